package cn.ecopark.process.engine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExpressionGrammarTest {

	@ParameterizedTest
	@ValueSource(strings = { "", "批准建设", "PARK", "P3650D", "100 %", "$ {a}", "{a}", "a.b()" })
	void letsTextWithoutExpressionPass(String text) {
		assertThat(ExpressionGrammar.problemOf(text)).isNull();
		assertThat(ExpressionGrammar.namesIn(text)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "${caseId}", " ${due_correction} ", "${a == 'ADMIT'}", "${a != \"CLOSE\"}",
			"${a eq 'x' and b ne 'y'}", "${a == 'x' && !b || c}", "${not (a or b)}", "${empty a}", "${a == null}",
			"${score >= 89.5}", "${(a + 1) * 2 < b % 3}", "${a div 2 le b mod 2}", "${a ? 'x' : 'y'}", "${'}'}",
			"${true}", "${-a > 1}" })
	void letsVariablesLiteralsAndOperatorsPass(String expression) {
		assertThat(ExpressionGrammar.problemOf(expression)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "${a.b}", "${a.b()}", "${a['b']}", "${a[0]}", "${''.getClass()}", "${a()}", "${now()}",
			"${currentUser()}", "${ns:now()}", "${(a)('x')}", "${a ? b : c()}",
			"${runtimeService.deleteDeployment('1')}", "${execution.setVariable('a', 1)}", "#{a}", "#{a.b()}",
			"${a}#{b}", "${a}${b}", "text ${a}", "${a} text", "${a} und ${b.c()}", "${'a'.concat(b)}", "${'\\'.b()}",
			"${a;b}", "${a = b}", "${a += b}", "${a -> b}", "${{a}}", "${@bean}", "${a\u00A0== b}", "${名称}",
			"${`id`}" })
	void stopsEverythingThatCouldReachAnObject(String expression) {
		assertThat(ExpressionGrammar.problemOf(expression)).isEqualTo(expression);
		assertThat(ExpressionGrammar.namesIn(expression)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "${}", "${ }", "${a", "${a b}", "${a ==}", "${(a}", "${a)}", "${'a}", "${== 'a'}",
			"${a ? b}", "${not}" })
	void stopsWhatDoesNotParse(String expression) {
		assertThat(ExpressionGrammar.problemOf(expression)).isEqualTo(expression);
	}

	@Test
	void stopsNestingWithoutEnd() {
		String nested = "${" + "(".repeat(100_000) + "a" + ")".repeat(100_000) + "}";

		assertThat(ExpressionGrammar.problemOf(nested)).isEqualTo(nested);
	}

	@Test
	void findsTheNamesAnExpressionReads() {
		assertThat(ExpressionGrammar.namesIn("${noticeResult == 'PUBLISHED' and not empty Task_X_outcome or true}"))
			.containsExactly("noticeResult", "Task_X_outcome");
	}

}
