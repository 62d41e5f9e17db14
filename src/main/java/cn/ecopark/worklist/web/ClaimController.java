package cn.ecopark.worklist.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.worklist.ClaimTask;

/** 签收: who of a unit does a task. */
@Controller
@RequestMapping("/tasks/{id}")
class ClaimController {

	private static final String TASK = "redirect:/tasks/";

	private final ClaimTask claimTask;

	private final CurrentActor current;

	ClaimController(ClaimTask claimTask, CurrentActor current) {
		this.claimTask = claimTask;
		this.current = current;
	}

	@PostMapping("/claim")
	String claim(@PathVariable long id) {
		this.claimTask.claim(id, this.current.get());
		return TASK + id;
	}

	@PostMapping("/release")
	String release(@PathVariable long id) {
		this.claimTask.release(id, this.current.get());
		return TASK + id;
	}

	@PostMapping("/assign")
	String assign(@PathVariable long id, @RequestParam long person) {
		this.claimTask.assign(id, person, this.current.get());
		return TASK + id;
	}

}
