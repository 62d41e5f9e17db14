package cn.ecopark.process.pack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import cn.ecopark.rulepack.Procedure;
import cn.ecopark.rulepack.RulePack;

/**
 * What one file of a pack may refer to in the others.
 *
 * @param diagrams those that could be read
 * @param names process ids of all diagrams, also of those that could not be read
 * @param forms schemas by form id
 */
record Models(Diagrams diagrams, Set<String> names, Map<String, String> forms) {

	boolean knowsDiagram(String process) {
		return this.names.contains(process);
	}

	/**
	 * @return the kind of the diagram; of a part the kinds of all that call it, as it is
	 * carried out in each of them
	 */
	Set<Procedure.Kind> kindsOf(String process, RulePack pack) {
		Set<Procedure.Kind> kinds = EnumSet.noneOf(Procedure.Kind.class);
		Set<String> seen = new HashSet<>(Set.of(process));
		Deque<String> open = new ArrayDeque<>(seen);
		while (!open.isEmpty()) {
			String one = open.pop();
			Procedure procedure = pack.procedures().get(one);
			if (pack.isPart(one)) {
				this.diagrams.callersOf(one).stream().filter(seen::add).forEach(open::push);
			}
			else if (procedure != null) {
				kinds.add(procedure.kind());
			}
		}
		return kinds;
	}

}
