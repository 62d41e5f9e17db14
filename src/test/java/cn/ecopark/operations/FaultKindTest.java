package cn.ecopark.operations;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.security.KeyStoreException;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;

import cn.ecopark.operations.OperationRefusals.NothingToRetry;
import cn.ecopark.shared.FaultText;

import static org.assertj.core.api.Assertions.assertThat;

class FaultKindTest {

	@Test
	void namesWhatAnAdministratorCanActOn() {
		assertThat(of(new CannotAcquireLockException("x"))).isEqualTo(FaultKind.BUSY);
		assertThat(of(new DataIntegrityViolationException("x", new SQLException("y")))).isEqualTo(FaultKind.DATABASE);
		assertThat(of(new KeyStoreException("x"))).isEqualTo(FaultKind.KEYS);
		assertThat(of(new SocketTimeoutException("x"))).isEqualTo(FaultKind.NETWORK);
		assertThat(of(new IllegalStateException(new IOException("x")))).isEqualTo(FaultKind.FILES);
		assertThat(of(new OutOfMemoryError())).isEqualTo(FaultKind.MEMORY);
		assertThat(of(new NullPointerException())).isEqualTo(FaultKind.PROGRAM);
		assertThat(FaultKind.of("")).isEqualTo(FaultKind.DIED);
	}

	@Test
	void knowsARefusalOfOursInsideAnother() {
		String fault = FaultText.of(new IllegalStateException("engine", new NothingToRetry()));

		assertThat(FaultKind.of(fault)).isEqualTo(FaultKind.REFUSED);
		assertThat(FaultKind.refusal(fault)).contains("operations.nothing-to-retry");
	}

	private static FaultKind of(Throwable fault) {
		return FaultKind.of(FaultText.of(fault));
	}

}
