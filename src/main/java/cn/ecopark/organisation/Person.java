package cn.ecopark.organisation;

import java.util.List;

/**
 * Someone who signs in.
 *
 * @param invented true of the people of the demonstration, who are shown as 虚构
 * @param active false once a security administrator has closed the account
 * @param memberships the ones valid today, the oldest first
 */
public record Person(long id, String signInName, String displayName, boolean invented, boolean active,
		List<Membership> memberships) {

	public Person {
		memberships = List.copyOf(memberships);
	}

}
