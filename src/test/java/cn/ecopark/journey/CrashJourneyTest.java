package cn.ecopark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server dies hard in the middle of a journey, twice: nothing is lost, nothing
 * happens twice, the audit chains hold.
 */
@Tag("crash")
class CrashJourneyTest {

	@TempDir
	private Path folder;

	private ServerProcess server;

	private World world;

	@BeforeEach
	void begin() {
		this.server = new ServerProcess(this.folder);
		this.server.start();
		this.world = new World(this.server::address);
	}

	@AfterEach
	void end() {
		this.server.stop();
	}

	@Test
	void goesOnWhereItWasAfterEachHardDeath() {
		CreationSteps creation = new CreationSteps(this.world);
		creation.applies();

		this.server.diesAlone();
		this.server.start();

		assertThat(this.world.as("office.one").has(CreationSteps.TAIZHOU, "审查材料完整性")).isFalse();
		creation.planIsReviewed();

		this.server.diesWithItsDatabase();
		this.server.start();

		creation.threeMinistriesApprove();
		assertThat(this.world.as("taizhou.staff").park(CreationSteps.TAIZHOU)).contains("建设中", "环发〔2018〕1号");
		this.server.stop();
		assertThat(this.server.runs("--audit-verify")).as("audit chains").isZero();
		assertThat(this.server.runs("--worklist-check")).as("work list").isZero();
	}

}
