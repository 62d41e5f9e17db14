package cn.ecopark.organisation;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters the people of the demonstration, who are marked as invented for ever. */
@Component
public class InventedPeople {

	private final PersonTable table;

	private final Passwords passwords;

	InventedPeople(PersonTable table, Passwords passwords) {
		this.table = table;
		this.passwords = passwords;
	}

	/** @param password one for all; it need not be strong */
	@Transactional
	public void add(List<NewPerson> people, String password) {
		String hash = this.passwords.hash(password);
		people.forEach((person) -> this.table.insert(person, hash, true));
	}

}
