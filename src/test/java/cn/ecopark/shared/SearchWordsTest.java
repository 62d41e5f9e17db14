package cn.ecopark.shared;

import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import cn.ecopark.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** What is alike for those who look for something, and that an index finds it. */
class SearchWordsTest {

	private static final DataSource DATABASE = TestDatabase.migrated();

	private static final JdbcClient JDBC = JdbcClient.create(DATABASE);

	@ParameterizedTest
	@ValueSource(strings = { "环科财〔2018〕1号", "环科财[2018]1号", "环科财【2018】1号", "环科财（2018）1号", "环科财(2018)1号", "环科财［２０１８］１号",
			" 环科财 〔2018〕 1 号 ", "环科财〔２０１８〕１号", "环科财﹝2018﹞1号", "环科财〖2018〗1号", "环科财\u3000〔2018〕\u00a01号",
			"环科财〔2018〕\u200b1号" })
	void takesOneNumberForTheSameHoweverItIsWritten(String written) {
		assertThat(folded(written)).isEqualTo("环科财(2018)1号");
	}

	@ParameterizedTest
	@CsvSource({ "HJ 274-2015, hj274—2015", "HJ 274－2015, ＨＪ２７４–２０１５", "HJ 274‐2015, Hj 274−2015", "长三角——一体化, 长三角-一体化",
			"“十四五”规划, 「十四五」规划", "《办法》, <办法>", "阿卜杜·热, 阿卜杜•热", "阿卜杜・热, 阿卜杜·热", "㎡, m2", "ﬁ, FI", "Ａ区, a 区", "'a\tb', ab",
			"苏州{工业}园, 苏州(工业)园" })
	void takesForAlikeWhatReadersDo(String one, String other) {
		assertThat(folded(one)).isEqualTo(folded(other));
	}

	@ParameterizedTest
	@CsvSource({ "环科财〔2018〕1号, 环科财〔2018〕11号", "泰州, 台州", "(一), 一", "274-2015, 2742015", "《办法》, (办法)", "a.b, ab" })
	void keepsApartWhatIsNot(String one, String other) {
		assertThat(folded(one)).isNotEqualTo(folded(other));
	}

	@Test
	void findsWordsInAnyOfTheColumns() {
		String rows = """
				SELECT number FROM (VALUES (1, '泰州医药高新技术产业开发区', NULL), (2, '泰兴', '环园〔2018〕7号'), (3, '上海', NULL))
				    AS row (number, name, code) WHERE
				""";

		assertThat(found(rows, "泰州", "name", "code")).containsExactly(1);
		assertThat(found(rows, "泰", "name", "code")).containsExactly(1, 2);
		assertThat(found(rows, "园[2018]", "name", "code")).containsExactly(2);
		assertThat(found(rows, "兴环", "name", "code")).as("over the edge of two columns").isEmpty();
		assertThat(found(rows, "州泰", "name", "code")).as("its pairs are not there").isEmpty();
		assertThat(found(rows, "", "name", "code")).containsExactly(1, 2, 3);
		assertThat(found(rows, "\u200b", "name", "code")).as("nothing that can be seen").containsExactly(1, 2, 3);
		assertThat(found(rows, "' OR TRUE --", "name", "code")).isEmpty();
		assertThat(found(rows, "%", "name", "code")).isEmpty();
	}

	/** The condition of each list is the expression of its index to the letter. */
	@ParameterizedTest
	@CsvSource({ "park, park.name, , park_by_words", "eco_case c, c.park_name, c.case_number, eco_case_by_words",
			"eco_case c, c.park_name, , eco_case_by_words_of_park",
			"official_paper p, p.title, p.number, official_paper_by_words",
			"official_paper p, p.number, , official_paper_by_words_of_number",
			"issued_paper p, p.number, , issued_paper_by_words",
			"person, person.display_name, person.sign_in_name, person_by_words",
			"public_notice, title, , public_notice_by_words" })
	void anIndexFindsIt(String table, String one, String other, String index) throws SQLException {
		String[] columns = (other != null) ? new String[] { one, other } : new String[] { one };
		JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(DATABASE.getConnection(), true));
		jdbc.sql("SET enable_seqscan = off").update();
		String plan = String.join(
				"\n", jdbc
					.sql("EXPLAIN SELECT FROM " + table + " WHERE "
							+ new SearchWords("泰州").in(columns).replace(":words", "'泰州'"))
					.query(String.class)
					.list());

		assertThat(plan).contains("Index Scan on " + index + " ");
	}

	@Test
	void sortsByPinyinAndNumbersByTheirValue() {
		assertThat(JDBC
			.sql("""
					SELECT name FROM unnest(ARRAY['张家港', '重庆', '厦门', 'A区', '阿拉善', '环科财〔2018〕10号', '环科财〔2018〕9号', '环办〔2019〕1号', '北京'])
					    AS names (name) ORDER BY name COLLATE chinese
					""")
			.query(String.class)
			.list()).containsExactly("阿拉善", "北京", "重庆", "环办〔2019〕1号", "环科财〔2018〕9号", "环科财〔2018〕10号", "厦门", "张家港", "A区");
	}

	private static String folded(String text) {
		return JDBC.sql("SELECT folded(:text)").param("text", text).query(String.class).single();
	}

	private static List<Integer> found(String rows, String words, String... columns) {
		SearchWords wanted = new SearchWords(words);
		return JDBC.sql(rows + wanted.in(columns) + " ORDER BY number")
			.param("words", wanted.text())
			.query(Integer.class)
			.list();
	}

}
