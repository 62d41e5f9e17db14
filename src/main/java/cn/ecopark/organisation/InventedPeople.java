package cn.ecopark.organisation;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people of the demonstration, who are marked as invented for ever. */
@Component
public class InventedPeople {

	private static final String EXIST = "SELECT EXISTS (SELECT FROM person WHERE invented)";

	private final JdbcClient jdbc;

	private final PersonTable table;

	private final Passwords passwords;

	InventedPeople(JdbcClient jdbc, PersonTable table, Passwords passwords) {
		this.jdbc = jdbc;
		this.table = table;
		this.passwords = passwords;
	}

	public boolean exist() {
		return this.jdbc.sql(EXIST).query(Boolean.class).single();
	}

	/**
	 * @param password one for all; it need not be strong
	 */
	@Transactional
	public void add(List<NewPerson> people, String password) {
		String hash = this.passwords.hash(password);
		people.forEach((person) -> this.table.insert(person, hash, true));
	}

}
