package cn.ecopark.organisation.web;

/**
 * Sign-in: {@code GET /sign-in}; {@code POST /sign-in} with {@code username},
 * {@code password}.
 *
 * @param name what was typed as user name before
 * @param failed whether name or password was wrong
 * @param seconds after too many attempts: in how many seconds the next will be looked at;
 * otherwise 0
 * @param busy whether nothing was looked at since too many people sign in
 * @param signedOut whether somebody has just signed out
 * @param expired whether the session of somebody has ended by itself
 */
public record SignInPage(String name, boolean failed, long seconds, boolean busy, boolean signedOut, boolean expired) {

	/** Whether there were too many attempts. */
	public boolean locked() {
		return this.seconds > 0;
	}

}
