package cn.ecopark.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AuditKeysTest {

	@TempDir
	private Path folder;

	@Test
	void refusesToGoOnWithoutAFile() {
		assertThatExceptionOfType(AuditFailure.class).isThrownBy(() -> AuditKeys.open(file(), false))
			.satisfies((failure) -> assertThat(new AuditFailureAnalyzer().analyze(failure, failure).getDescription())
				.contains(file().toString()));
	}

	@Test
	void makesAFileOnceThatOnlyItsOwnerReads() throws IOException {
		AuditKeys.Made first = AuditKeys.open(file(), true).mac("x");

		assertThat(AuditKeys.open(file(), true).mac("x")).isEqualTo(first);
		assertThat(Files.getPosixFilePermissions(file())).hasSize(2);
	}

	@Test
	void knowsOldKeysAfterNewOnesWereAdded() {
		AuditKeys before = AuditKeys.open(file(), true);
		AuditKeys.Made mac = before.mac("x");
		AuditKeys.Made signature = before.signature("x");

		AuditKeys.addTo(file());

		AuditKeys after = AuditKeys.open(file(), false);
		assertThat(after.mac("x").keyId()).isNotEqualTo(mac.keyId());
		assertThat(after.authenticates(mac.keyId(), "x", mac.value())).isTrue();
		assertThat(after.authenticates(mac.keyId(), "y", mac.value())).isFalse();
		assertThat(after.verifies(signature.keyId(), "x", signature.value())).isTrue();
		assertThat(after.verifies(signature.keyId(), "y", signature.value())).isFalse();
	}

	@Test
	void refusesAFileWithoutKeys() throws IOException {
		Files.writeString(file(), "mac=1\n");

		assertThatExceptionOfType(AuditFailure.class).isThrownBy(() -> AuditKeys.open(file(), true));
	}

	private Path file() {
		return this.folder.resolve("keys.properties");
	}

}
