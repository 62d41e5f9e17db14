package cn.ecopark.content;

import cn.ecopark.shared.Refusal;

/**
 * What is kept under a digest is not what was handed in under it, or a part of it is
 * gone. It is not handed out.
 */
public class ContentAltered extends Refusal {

	private final String sha256;

	public ContentAltered(String sha256) {
		super("content.altered", sha256.substring(0, Math.min(sha256.length(), 12)));
		this.sha256 = sha256;
	}

	public String sha256() {
		return this.sha256;
	}

}
