package cn.ecopark.studio;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.ecopark.rulepack.PackFiles;

import static org.assertj.core.api.Assertions.assertThat;

/** An entry is changed in the text of its file; nothing else is. */
class DataFileTest {

	private static final DataFile FILE = new DataFile("""
			# Says what the file is for: 𠮷
			first:
			  zh: 甲
			  days: 15 # as the law says
			  source: 系统设定，待核对正式文本
			second:
			  zh: 乙
			  days: 20
			""");

	@Test
	void changesWhatIsSaidAndKeepsAllElse() {
		assertThat(FILE.with("first", Map.of("days", "10")).text()).isEqualTo("""
				# Says what the file is for: 𠮷
				first:
				  zh: 甲
				  days: 10 # as the law says
				  source: 系统设定，待核对正式文本
				second:
				  zh: 乙
				  days: 20
				""");
	}

	@Test
	void takesAPropertyAwayAndAddsAnother() {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("days", "");
		values.put("months", "6");

		assertThat(FILE.with("second", values).text()).isEqualTo("""
				# Says what the file is for: 𠮷
				first:
				  zh: 甲
				  days: 15 # as the law says
				  source: 系统设定，待核对正式文本
				second:
				  zh: 乙
				  months: 6
				""");
		assertThat(FILE.with("first", values).entries().get("first")).containsEntry("months", "6")
			.doesNotContainKey("days")
			.containsEntry("zh", "甲");
	}

	@Test
	void addsAnEntryAtTheEnd() {
		DataFile changed = new DataFile("first:\n  zh: 甲").with("third", Map.of("zh", "丙"));

		assertThat(changed.text()).isEqualTo("first:\n  zh: 甲\nthird:\n  zh: 丙\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a: b", "a #b", "# a", "- a", "? a", "[a]", "{a}", "*a", "&a", "!a", "\"a\"", "'a'",
			"a\\b", "yes: no:", "a:", "|", ">", "%a", "@a", "`a`", "0x1F", "null", "~", "true", "一、二：三（四）《五》〔2015〕6号",
			"𠮷野家", "a\tb", "a\nb", "---", "...", "<<", "=", "x ", " x" })
	void writesWhateverIsTyped(String typed) {
		DataFile changed = FILE.with("first", Map.of("source", typed));

		assertThat(changed.entries().get("first")).containsEntry("source", typed).containsEntry("days", "15");
		assertThat(changed.entries().get("second")).isEqualTo(FILE.entries().get("second"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "limits.yaml", "documents.yaml", "series.yaml" })
	void changesEveryEntryOfShippedFiles(String path) {
		DataFile file = new DataFile(PackFiles.shipped("2015-167").text(path).orElseThrow());
		for (String key : file.entries().keySet()) {
			DataFile changed = file.with(key, Map.of("zh", "改过的名称", "source", "另一来源: 第一条"));

			assertThat(changed.entries().get(key)).containsEntry("zh", "改过的名称").containsEntry("source", "另一来源: 第一条");
			assertThat(changed.entries().keySet()).containsExactlyElementsOf(file.entries().keySet());
			assertThat(changed.text().lines()).hasSameSizeAs(file.text().lines().toList());
		}
	}

}
