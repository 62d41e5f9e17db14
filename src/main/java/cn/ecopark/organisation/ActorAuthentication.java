package cn.ecopark.organisation;

import java.util.Collection;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * A signed-in person: the actor is the principal, its roles the authorities, the person's
 * id the name.
 */
public class ActorAuthentication extends AbstractAuthenticationToken {

	private static final long serialVersionUID = 1L;

	private final Actor actor;

	public ActorAuthentication(Actor actor) {
		super(authoritiesOf(actor));
		this.actor = actor;
		setAuthenticated(true);
	}

	private static Collection<? extends GrantedAuthority> authoritiesOf(Actor actor) {
		return actor.roles().stream().sorted().map((role) -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
	}

	@Override
	public Actor getPrincipal() {
		return this.actor;
	}

	/** The password is never kept. */
	@Override
	public Object getCredentials() {
		return "";
	}

	/** The index by which all sessions of a person are found. */
	@Override
	public String getName() {
		return Long.toString(this.actor.personId());
	}

}
