package cn.ecopark.web.gallery;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Every page with the scenes of one day of the demonstration, without anything behind it.
 */
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
		SCENES.put("task-urging", new Scene("worklist/urging", TaskScenes.urging()));
		SCENES.put("task-closed", new Scene("worklist/task", TaskScenes.closed()));
		SCENES.put("cases", new Scene("casefile/list", FileScenes.cases()));
		SCENES.put("cases-none", new Scene("casefile/list", FileScenes.noCases()));
		SCENES.put("case", new Scene("casefile/case", FileScenes.publicNotice()));
		SCENES.put("case-new", new Scene("casefile/case", FileScenes.draft()));
		SCENES.put("parks", new Scene("park/list", FileScenes.parks()));
		SCENES.put("park", new Scene("park/park", FileScenes.park()));
		SCENES.put("batches", new Scene("batch/list", BatchScenes.list()));
		SCENES.put("batch-compose", new Scene("batch/compose", BatchScenes.compose()));
		SCENES.put("batch", new Scene("batch/batch", BatchScenes.naming()));
		SCENES.put("notices", new Scene("notice/list", PublicScenes.notices()));
		SCENES.put("notice", new Scene("notice/notice", PublicScenes.running()));
		SCENES.put("notice-over", new Scene("notice/notice", PublicScenes.over()));
		SCENES.put("objection", new Scene("notice/objection", PublicScenes.objection()));
		SCENES.put("receipt", new Scene("notice/receipt", PublicScenes.receipt()));
		SCENES.put("objection-status", new Scene("notice/status", PublicScenes.status()));
		SCENES.put("sign-in", new Scene("organisation/sign-in", DoorScenes.refused()));
		SCENES.put("first-administrator", new Scene("organisation/first-administrator", DoorScenes.first()));
		SCENES.put("people", new Scene("demo/people", DoorScenes.people()));
		SCENES.put("clock", new Scene("demo/clock", DoorScenes.clock()));
		SCENES.put("objection-unknown", new Scene("notice/status", PublicScenes.unknown()));
	}

	@GetMapping("/gallery/{name}")
	String show(@PathVariable String name, Model model) {
		Scene scene = SCENES.get(name);
		model.addAttribute("page", scene.page());
		return scene.view();
	}

}
