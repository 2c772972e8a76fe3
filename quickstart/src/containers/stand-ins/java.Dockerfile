FROM limen-stand-in/jre
# links to what Debian has elsewhere become files; some lead nowhere without its certificates and manuals
RUN mkdir -p /opt/java && { cp -rL /usr/lib/jvm/java-17-openjdk-amd64 /opt/java/openjdk || true; } && /opt/java/openjdk/bin/java -version
