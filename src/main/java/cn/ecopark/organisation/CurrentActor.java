package cn.ecopark.organisation;

import java.util.Optional;

import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Whoever is signed in on this thread. */
@Component
public class CurrentActor {

	/**
	 * @throws AuthenticationCredentialsNotFoundException if nobody is
	 */
	public Actor get() {
		return find().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("Nobody is signed in"));
	}

	public Optional<Actor> find() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return authentication instanceof ActorAuthentication signedIn ? Optional.of(signedIn.getPrincipal())
				: Optional.empty();
	}

}
