package cn.ecopark.worklist;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseContinued;
import cn.ecopark.dossier.CarryDocumentsOver;

/** Gives the first task of a case that goes on with another what was handed in there. */
@Component
class CarriedOver {

	private final WorkItems items;

	private final CarryDocumentsOver documents;

	CarriedOver(WorkItems items, CarryDocumentsOver documents) {
		this.items = items;
		this.documents = documents;
	}

	@EventListener
	void on(CaseContinued continued) {
		String unit = continued.opened().park().unitId();
		this.items.openOf(continued.opened().id())
			.stream()
			.filter(item -> unit.equals(item.holder().unitId()))
			.findFirst()
			.ifPresent(first -> {
				List<String> kinds = Stream
					.concat(first.description().documents().stream(), first.description().optionalDocuments().stream())
					.flatMap(CarriedOver::alternatives)
					.toList();
				this.documents.carry(continued.former().id(), continued.opened().id(), first.id(), unit, kinds,
						first.subject().chain());
			});
	}

	/** Of kinds that stand for one another, each may have been handed in. */
	private static Stream<String> alternatives(String kinds) {
		return Stream.of(kinds.split("\\|"));
	}

}
