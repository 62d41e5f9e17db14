package cn.ecopark.process.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.CaseRefusals.CaseNotFound;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.web.PlaceWords;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.process.CaseDiagrams;
import cn.ecopark.process.CaseDiagrams.Drawn;

/** The diagram of a case with the way gone, as the viewer in the browser draws it. */
@RestController
class DiagramController {

	private final CaseAccess access;

	private final CurrentActor current;

	private final CaseDiagrams diagrams;

	private final PlaceWords words;

	DiagramController(CaseAccess access, CurrentActor current, CaseDiagrams diagrams, PlaceWords words) {
		this.access = access;
		this.current = current;
		this.diagrams = diagrams;
		this.words = words;
	}

	/**
	 * @param dates by node: when it was left, and how far the present one is
	 * @param drawings all that can be shown of the case
	 */
	record Drawing(String xml, Set<String> gone, Set<String> goneFlows, Set<String> current, Map<String, String> dates,
			List<Drawn> drawings) {
	}

	/**
	 * @param process a stage, or a part of one, that the case has entered; its whole
	 * procedure where none is named
	 */
	@GetMapping(path = "/cases/{id}/diagram.json", produces = MediaType.APPLICATION_JSON_VALUE)
	Drawing show(@PathVariable String id, @RequestParam(required = false) @Nullable String process, Locale locale) {
		EcoCase ecoCase = this.access.read(this.current.get(), id);
		CaseDiagrams.Way way = this.diagrams.way(id, process == null ? ecoCase.kind() : process)
			.orElseThrow(CaseNotFound::new);
		Map<String, String> dates = new LinkedHashMap<>();
		way.left().forEach((node, at) -> dates.put(node, LocalDate.ofInstant(at, CaseTime.ZONE).toString()));
		String progress = this.words.progress(id, locale);
		if (!progress.isEmpty()) {
			way.current().forEach(node -> dates.put(node, progress));
		}
		return new Drawing(this.diagrams.xml(way.definitionId()), way.gone(), way.flows(), way.current(), dates,
				this.diagrams.drawings(id));
	}

}
