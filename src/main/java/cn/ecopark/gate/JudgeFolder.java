package cn.ecopark.gate;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/**
 * The folder a process beside ours works in: the few libraries it needs and the classes
 * of the gate, copied from wherever the application was started from, be it folders of
 * classes or one archive with archives in it. The process finds nothing else there, no
 * driver of a database and no configuration.
 */
record JudgeFolder(Path path) {

	private static final String CLASSES = "cn/ecopark/gate/";

	/**
	 * @param libraries each by one class in it
	 */
	static JudgeFolder make(List<Class<?>> libraries) throws IOException {
		JudgeFolder folder = new JudgeFolder(Files.createTempDirectory("ecopark-judge"));
		try {
			folder.packClasses();
			for (int number = 0; number < libraries.size(); number++) {
				folder.copyLibrary(libraries.get(number), "library" + number + ".jar");
			}
			return folder;
		}
		catch (IOException | RuntimeException failed) {
			folder.delete();
			throw failed;
		}
	}

	String classPath() throws IOException {
		try (Stream<Path> files = Files.list(this.path)) {
			return files.map(Path::toString).sorted().collect(Collectors.joining(File.pathSeparator));
		}
	}

	void delete() throws IOException {
		FileSystemUtils.deleteRecursively(this.path);
	}

	private void packClasses() throws IOException {
		Resource[] classes = new PathMatchingResourcePatternResolver(JudgeFolder.class.getClassLoader())
			.getResources("classpath*:" + CLASSES + "**/*.class");
		try (OutputStream file = Files.newOutputStream(this.path.resolve("judge.jar"));
				JarOutputStream jar = new JarOutputStream(file)) {
			for (Resource one : classes) {
				String address = one.getURL().toString();
				String name = address.substring(address.lastIndexOf(CLASSES));
				if (!name.contains("Test")) {
					jar.putNextEntry(new JarEntry(name));
					jar.write(one.getContentAsByteArray());
				}
			}
		}
	}

	private void copyLibrary(Class<?> one, String name) throws IOException {
		URL archive = one.getProtectionDomain().getCodeSource().getLocation();
		try (InputStream in = open(archive)) {
			Files.copy(in, this.path.resolve(name));
		}
	}

	/**
	 * An archive in an archive has the address of its root; what is wanted is the archive
	 * itself.
	 */
	private static InputStream open(URL archive) throws IOException {
		URLConnection connection = archive.openConnection();
		connection.setUseCaches(false);
		if (connection instanceof JarURLConnection inner) {
			return inner.getJarFileURL().openStream();
		}
		return connection.getInputStream();
	}

}
