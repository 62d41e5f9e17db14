package cn.ecopark.worklist;

import java.util.List;
import java.util.Map;

import cn.ecopark.shared.ContentDigest;

/**
 * By which a submission is known a second time.
 *
 * @param token made with the page; one page is one submission
 * @param content digest of what the page says; the same page that says something else is
 * no repetition
 * @param fields all that it says, by name
 */
public record PageToken(String token, String content, Map<String, List<String>> fields) {

	/**
	 * @param fields all that the page posts, by name
	 */
	public static PageToken of(String token, Map<String, List<String>> fields) {
		return new PageToken(token, ContentDigest.of(fields), fields);
	}

}
