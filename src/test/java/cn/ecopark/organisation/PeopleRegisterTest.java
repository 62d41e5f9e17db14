package cn.ecopark.organisation;

import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.ModuleTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ModuleTest
class PeopleRegisterTest {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private static final String PASSWORD = "Green-Park-88";

	private static final Actor ADMINISTRATOR = new Actor(0, "管理员", Units.ADMINISTRATION, ShippedKinds.ADMINISTRATION,
			null, Set.of(MemberRole.SECURITY_ADMIN));

	@Autowired
	PeopleRegister register;

	@Autowired
	People people;

	@Autowired
	OwnPassword ownPassword;

	@Autowired
	SignIn signIn;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	FindByIndexNameSessionRepository<? extends Session> sessions;

	@Autowired
	TransactionTemplate transaction;

	private String name = "";

	private String address = "";

	@BeforeEach
	void choosesAnotherNameAndAddress() {
		int number = NUMBER.incrementAndGet();
		this.name = "person" + number;
		this.address = "10.2.0." + number;
	}

	@Test
	void letsAPersonSetThePasswordWithTheCodeOnce() {
		long id = addStaff();
		String code = this.register.issueCode(id);

		this.ownPassword.set(this.name, code, PASSWORD, this.address);

		Actor actor = this.signIn.byPassword(this.name, PASSWORD, this.address, "");
		assertThat(actor).isEqualTo(new Actor(id, "张三", "320000-ECOLOGY", ShippedKinds.PROVINCE_ECOLOGY, "320000",
				Set.of(MemberRole.STAFF)));
		assertThatThrownBy(() -> this.ownPassword.set(this.name, code, "Other-Park-99", this.address))
			.isInstanceOf(CodeInvalid.class);
	}

	@Test
	void takesTheCodeOfOneForNobodyElse() {
		String code = this.register.issueCode(addStaff());
		long other = this.register.add(new NewPerson("other-" + this.name, "李四", "OFFICE", Set.of(MemberRole.STAFF)));
		this.register.issueCode(other);

		assertThatThrownBy(() -> this.ownPassword.set("other-" + this.name, code, PASSWORD, this.address))
			.isInstanceOf(CodeInvalid.class);
		assertThatThrownBy(() -> this.ownPassword.set("nobody-" + this.name, code, PASSWORD, this.address))
			.isInstanceOf(CodeInvalid.class);
	}

	@Test
	void refusesAnExpiredCodeAndOneReplacedByAnother() {
		long id = addStaff();
		String replaced = this.register.issueCode(id);
		String expired = this.register.issueCode(id);
		this.jdbc.sql("UPDATE one_time_code SET expires_at = :past WHERE person_id = :id")
			.param("past", OffsetDateTime.now().minusMinutes(1))
			.param("id", id)
			.update();

		assertThatThrownBy(() -> this.ownPassword.set(this.name, replaced, PASSWORD, this.address))
			.isInstanceOf(CodeInvalid.class);
		assertThatThrownBy(() -> this.ownPassword.set(this.name, expired, PASSWORD, this.address))
			.isInstanceOf(CodeInvalid.class);
	}

	@Test
	void storesNeitherCodeNorPassword() {
		long id = addStaff();
		String code = this.register.issueCode(id);
		assertThat(this.jdbc.sql("SELECT digest FROM one_time_code WHERE person_id = :id")
			.param("id", id)
			.query(String.class)
			.single()).doesNotContain(code, code.replace("-", ""));

		this.ownPassword.set(this.name, code, PASSWORD, this.address);

		assertThat(this.jdbc.sql("SELECT password_hash FROM person WHERE id = :id")
			.param("id", id)
			.query(String.class)
			.single()).startsWith("$argon2id$").doesNotContain(PASSWORD);
	}

	@Test
	void endsTheSessionsOfAClosedAccountAtOnce() {
		long id = addStaff();
		String session = signedInSession(this.sessions, id);

		this.register.close(id, ADMINISTRATOR);

		assertThat(this.sessions.findById(session)).isNull();
		assertThat(this.people.actor(id)).isEmpty();
		assertThat(this.people.membersOf("320000-ECOLOGY")).extracting(Person::id).doesNotContain(id);
		assertThat(this.people.nameOf(id)).isEqualTo("张三");
	}

	/** What is still to be done after the commit is not done then. */
	@Test
	void endsThemAlsoWhenTheNodeDiesRightAfterTheCommit() {
		long id = addStaff();
		String session = signedInSession(this.sessions, id);

		assertThatThrownBy(() -> this.transaction.executeWithoutResult(status -> {
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void afterCommit() {
					throw new IllegalStateException("The node dies");
				}
			});
			this.register.close(id, ADMINISTRATOR);
		})).hasMessage("The node dies");

		assertThat(this.people.actor(id)).isEmpty();
		assertThat(this.sessions.findById(session)).isNull();
	}

	@Test
	void endsTheOldPasswordAndTheSessionsWhenACodeIsIssued() {
		long id = addStaff();
		this.ownPassword.set(this.name, this.register.issueCode(id), PASSWORD, this.address);
		String session = signedInSession(this.sessions, id);

		this.register.issueCode(id);

		assertThat(this.sessions.findById(session)).isNull();
		assertThatThrownBy(() -> this.signIn.byPassword(this.name, PASSWORD, this.address, ""))
			.isInstanceOf(SignInRefused.class);
	}

	@Test
	void refusesToCloseTheOwnAccount() {
		assertThatThrownBy(() -> this.register.close(ADMINISTRATOR.personId(), ADMINISTRATOR))
			.isInstanceOf(OwnAccount.class);
	}

	@Test
	void refusesATakenNameAndRolesThatDoNotFit() {
		addStaff();

		assertThatThrownBy(this::addStaff).isInstanceOf(SignInNameTaken.class);
		assertThatThrownBy(() -> add("OFFICE", EnumSet.of(MemberRole.AUDITOR))).isInstanceOf(NotAPerson.class);
		assertThatThrownBy(() -> add("ADMINISTRATION", EnumSet.of(MemberRole.STAFF))).isInstanceOf(NotAPerson.class);
		assertThatThrownBy(() -> add("EXPERTS", EnumSet.of(MemberRole.EXPERT))).isInstanceOf(NotAPerson.class);
		assertThatThrownBy(() -> add("ADMINISTRATION", EnumSet.of(MemberRole.AUDITOR, MemberRole.SYSTEM_ADMIN)))
			.isInstanceOf(NotAPerson.class);
		assertThatThrownBy(() -> add("NOWHERE", EnumSet.of(MemberRole.STAFF))).isInstanceOf(UnknownUnit.class);
	}

	@Test
	void takesAValidCodeHoweverOftenOthersHaveTriedTheName() {
		long id = addStaff();
		String code = this.register.issueCode(id);
		for (int attempt = 0; attempt < 5; attempt++) {
			refused(this.name);
		}
		assertThatThrownBy(() -> this.signIn.byPassword(this.name, "Wrong-Park-11", "10.255.0.1", ""))
			.as("the name has to wait")
			.isInstanceOf(SignInRefused.class)
			.extracting((refusal) -> ((SignInRefused) refusal).problem())
			.isEqualTo("organisation.sign-in-too-many");

		assertThat(this.ownPassword.set(this.name, code, PASSWORD, this.address)).isEqualTo(id);
	}

	@Test
	void takesAboutAsLongForAnUnknownNameAsForAWrongPassword() {
		long id = addStaff();
		this.ownPassword.set(this.name, this.register.issueCode(id), PASSWORD, this.address);
		refused(this.name);
		refused("unknown-" + this.name);

		long wrong = timeOf(() -> refused(this.name));
		long unknown = timeOf(() -> refused("unknown-" + this.name));

		assertThat(unknown).isGreaterThan(wrong / 4);
	}

	private void refused(String signInName) {
		assertThatThrownBy(() -> this.signIn.byPassword(signInName, "Wrong-Park-11", this.address, ""))
			.isInstanceOf(SignInRefused.class)
			.extracting((refusal) -> ((SignInRefused) refusal).problem())
			.isEqualTo("organisation.sign-in-wrong");
	}

	private static long timeOf(Runnable action) {
		long before = System.nanoTime();
		action.run();
		return System.nanoTime() - before;
	}

	private long addStaff() {
		return this.register.add(new NewPerson(this.name, "张三", "320000-ECOLOGY", Set.of(MemberRole.STAFF)));
	}

	private void add(String unit, Set<MemberRole> roles) {
		this.register.add(new NewPerson("x" + this.name, "王五", unit, roles));
	}

	private <S extends Session> String signedInSession(FindByIndexNameSessionRepository<S> repository, long id) {
		S session = repository.createSession();
		session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
				new SecurityContextImpl(new ActorAuthentication(this.people.actor(id).orElseThrow())));
		repository.save(session);
		assertThat(repository.findById(session.getId())).isNotNull();
		return session.getId();
	}

}
