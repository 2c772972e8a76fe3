FROM limen-stand-in/jre
WORKDIR /opt/apicurio
COPY app/ ./
USER 10001:10001
ENTRYPOINT ["java", "-Xmx512m", "-jar", "runner.jar"]
