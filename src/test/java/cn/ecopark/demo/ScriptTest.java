package cn.ecopark.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.demo.Script.Day;
import cn.ecopark.demo.Script.Matter;
import cn.ecopark.demo.Script.Move;
import cn.ecopark.demo.Script.Scene;
import cn.ecopark.demo.Script.Step;
import cn.ecopark.demo.Script.Way;
import cn.ecopark.shared.CsvRows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ScriptTest {

	private static final LocalDate FIRST = LocalDate.of(2018, 1, 2);

	private static final LocalDate SECOND = LocalDate.of(2018, 1, 5);

	private static final Matter CASE = new Matter(null, List.of("园区"));

	private static final Step A = step("甲");

	private static final Step B = step("乙");

	private static final Step C = step("丙");

	private static final Map<String, Way> WAYS = Map.of("a", new Way(null, List.of(A)), "b", new Way("a", List.of(B)),
			"c", new Way("b", List.of(C)), "else", new Way("a", List.of(C)));

	private static Step step(String name) {
		return new Step(name, "DONE", null, null, null, null, null, null, null, null);
	}

	private static Scene scene(String begins, String goes) {
		return new Scene("园区", begins, goes, null, null, null, null, null, null, null);
	}

	private static List<Move> moves(Day... days) {
		return new Script(Map.of(), "", List.of(), List.of(), WAYS, List.of(days)).moves();
	}

	@Test
	void goesAWayFromItsBeginning() {
		assertThat(moves(new Day(FIRST, List.of(scene("kind", "b"))))).containsExactly(new Move.ToDay(FIRST),
				new Move.Begin("园区", "kind", null), new Move.Do(CASE, A, List.of()), new Move.Do(CASE, B, List.of()));
	}

	@Test
	void goesOnFromWhereItCameTo() {
		assertThat(moves(new Day(FIRST, List.of(scene("kind", "a"))), new Day(SECOND, List.of(scene(null, "c")))))
			.endsWith(new Move.ToDay(SECOND), new Move.Do(CASE, B, List.of()), new Move.Do(CASE, C, List.of()));
	}

	@Test
	void doesNotLeaveTheWayItIsOn() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> moves(new Day(FIRST, List.of(scene("kind", "b"), scene(null, "else")))));
		assertThatIllegalArgumentException().isThrownBy(() -> moves(new Day(FIRST, List.of(scene("kind", "nowhere")))));
	}

	@Test
	void theCasesOfTheDemonstrationAreOfParksThatItHas() {
		Script script = ScriptReader.read("demonstration/cases.yaml", JsonMapper.builder().build());
		Set<String> real = names("demonstration/parks.csv");
		Set<String> all = Stream.of(real, names("demonstration/invented-parks.csv"))
			.flatMap(Set::stream)
			.collect(Collectors.toSet());
		List<Scene> scenes = script.days().stream().flatMap((day) -> day.scenes().stream()).toList();

		assertThat(script.moves()).isNotEmpty();
		assertThat(scenes).allSatisfy((scene) -> assertThat(all).containsAll(scene.matter().parks()));
		assertThat(scenes.stream().filter((scene) -> scene.begins() != null).map((scene) -> scene.matter().park()))
			.doesNotHaveDuplicates()
			.filteredOn(real::contains)
			.hasSizeGreaterThanOrEqualTo(30);
	}

	/** So that nobody takes what is told of them for true. */
	@Test
	void parksThatAreInventedSaySo() {
		assertThat(names("demonstration/invented-parks.csv")).isNotEmpty()
			.allSatisfy((name) -> assertThat(name).endsWith("（虚构）"));
	}

	private static Set<String> names(String file) {
		return CsvRows.read(file).stream().map((row) -> CsvRows.text(row, "name")).collect(Collectors.toSet());
	}

}
