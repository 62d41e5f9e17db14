package cn.ecopark.organisation.web;

/**
 * Sign-in: {@code GET /sign-in}; {@code POST /sign-in} with {@code username}, {@code password}.
 *
 * @param name what was typed as user name before
 * @param failed whether name or password was wrong
 * @param locked whether there were too many attempts
 * @param signedOut whether somebody has just signed out
 */
public record SignInPage(String name, boolean failed, boolean locked, boolean signedOut) {
}
