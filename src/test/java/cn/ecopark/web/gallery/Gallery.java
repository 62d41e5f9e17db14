package cn.ecopark.web.gallery;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Every page with the scenes of one day of the demonstration, without anything behind it. */
@Controller
class Gallery {

	static final Map<String, Scene> SCENES = new LinkedHashMap<>();

	/** A template and what fills it. */
	record Scene(String view, Object page) {
	}

	static {
		SCENES.put("desk", new Scene("worklist/desk", DeskScenes.office()));
		SCENES.put("desk-empty", new Scene("worklist/desk", DeskScenes.nothing()));
		SCENES.put("task", new Scene("worklist/task", TaskScenes.completeness()));
		SCENES.put("task-errors", new Scene("worklist/task", TaskScenes.completenessWithErrors()));
		SCENES.put("task-park", new Scene("worklist/task", TaskScenes.submission()));
		SCENES.put("task-correction", new Scene("worklist/task", TaskScenes.correction()));
		SCENES.put("task-ballot", new Scene("worklist/task", TaskScenes.ballot()));
		SCENES.put("task-experts", new Scene("worklist/task", TaskScenes.experts()));
		SCENES.put("task-closed", new Scene("worklist/task", TaskScenes.closed()));
	}

	@GetMapping("/gallery/{name}")
	String show(@PathVariable String name, Model model) {
		Scene scene = SCENES.get(name);
		model.addAttribute("page", scene.page());
		return scene.view();
	}

}
