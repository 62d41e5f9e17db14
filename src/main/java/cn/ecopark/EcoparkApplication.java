package cn.ecopark;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.TimeZone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

import cn.ecopark.audit.AuditKeysCommand;
import cn.ecopark.operations.ProductionCheck;
import cn.ecopark.wholefile.ManifestCheckCommand;

/**
 * The approval system of China's National Eco-Industrial Demonstration Parks. Beans go by
 * their full names, so that no module needs to know what another calls its own.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Modulithic(sharedModules = { "shared", "web" })
public class EcoparkApplication {

	/**
	 * Every date of the system, also those in the engine's tables, which store no zone,
	 * is of this zone.
	 */
	public static final String ZONE = "Asia/Shanghai";

	public static void main(String[] arguments) {
		TimeZone.setDefault(TimeZone.getTimeZone(ZONE));
		PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
		if (ManifestCheckCommand.isAsked(arguments)) {
			System.exit(new ManifestCheckCommand(out).run(arguments));
		}
		if (AuditKeysCommand.isAsked(arguments)) {
			System.exit(new AuditKeysCommand(out).run(arguments));
		}
		SpringApplication application = new SpringApplication(EcoparkApplication.class);
		application.addInitializers(new ProductionCheck());
		application.run(arguments);
	}

}
