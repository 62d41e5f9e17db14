package cn.ecopark.rulepack;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A second regime, which came into force later: it goes as the first one does and calls
 * things by words of its own, so that a screen that speaks of both can be told from one
 * that speaks of one.
 */
public final class OtherWords {

	public static final String PACK = "other-words";

	public static final ReleaseId RELEASE = new ReleaseId(PACK, 1);

	public static final LocalDate VALID_FROM = LocalDate.of(2026, 3, 2);

	private OtherWords() {
	}

	public static PackFiles files() {
		Map<String, byte[]> files = new TreeMap<>(PackFiles.shipped("2015-167").all());
		edit(files, "pack.yaml", "id: \"2015-167\"", "id: \"" + PACK + "\"");
		edit(files, "pack.yaml", "validFrom: \"2015-12-16\"", "validFrom: \"" + VALID_FROM + "\"");
		edit(files, "pack.yaml", "\nstatuses:\n",
				"\nstatuses:\n  UNDER_CONSTRUCTION: { zh: 创建中, en: Under creation }\n");
		edit(files, "pack.yaml", "REMOVED: { zh: 已除名, en: Struck off the list }",
				"REMOVED: { zh: 已退出创建, en: Left the creation }");
		edit(files, "pack.yaml", "zh: 批准建设, en: Approval to build, byZh", "zh: 同意启动, en: Consent to the start, byZh");
		edit(files, "outcomes.yaml", "{ zh: 已批准建设, en: Approved to build", "{ zh: 已启动创建, en: Creation started");
		edit(files, "roles.yaml", "zh: 领导小组办公室, en: Office of the leading group",
				"zh: 协调机制办公室, en: Office of the coordination mechanism");
		edit(files, "roles.yaml", "zh: 省级科技部门, en: Provincial science department, shortZh: 省级科技, shortEn: Science",
				"zh: 省级工业和信息化部门, en: Provincial industry department, shortZh: 省级工信, shortEn: Industry");
		edit(files, "pack.yaml", "zh: 考核验收, en: Acceptance, nowZh", "zh: 国家验收, en: National acceptance, nowZh");
		edit(files, "pack.yaml", "考核验收", "国家验收");
		edit(files, "pack.yaml", "取消命名（除名）", "撤销命名（退出创建）");
		edit(files, "pack.yaml", "evocation or removal", "evocation or exit");
		edit(files, "pack.yaml", "id: construction-approval, kind: BATCH, zh: 批准建设, en: Approval to build",
				"id: construction-approval, kind: BATCH, zh: 同意启动, en: Consent to the start");
		edit(files, "pack.yaml", "复查", "绩效评价");
		edit(files, "pack.yaml", "Recheck", "Performance evaluation");
		edit(files, "pack.yaml", "failed recheck", "failed evaluation");
		return PackFiles.of(files);
	}

	private static void edit(Map<String, byte[]> files, String path, String from, String to) {
		String text = new String(files.get(path), UTF_8);
		assertThat(text).contains(from);
		files.put(path, text.replace(from, to).getBytes(UTF_8));
	}

}
