package cn.ecopark.studio.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import cn.ecopark.process.pack.ModelCheck;
import cn.ecopark.studio.Drafts;
import cn.ecopark.studio.StudioRefusals.DraftNotFound;

/**
 * The desktop Camunda Modeler sends diagrams to a draft by its dialog for an engine; the
 * address of the draft stands for that of the engine's interface. Who may is decided by
 * the path.
 */
@RestController
@RequestMapping(path = { "/modeler/{draft}", "/modeler/{draft}/en" }, produces = MediaType.APPLICATION_JSON_VALUE)
class ModelerController {

	private final Drafts drafts;

	ModelerController(Drafts drafts) {
		this.drafts = drafts;
	}

	/**
	 * By which the Modeler finds out whether it is heard; it asks for none of them.
	 * @throws DraftNotFound when there is no such draft
	 */
	@GetMapping("/deployment")
	List<String> deployments(@PathVariable UUID draft) {
		this.drafts.get(draft);
		return List.of();
	}

	/**
	 * @throws DraftNotFound when there is no such draft
	 */
	@GetMapping("/version")
	Map<String, String> version(@PathVariable UUID draft) {
		this.drafts.get(draft);
		return Map.of("version", ModelCheck.ENGINE_VERSION);
	}

}
