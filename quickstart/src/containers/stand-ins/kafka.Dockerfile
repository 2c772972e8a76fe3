FROM limen-stand-in/jre
COPY lib/ /opt/kafka/libs/
COPY run /etc/kafka/docker/run
RUN mkdir -p /opt/kafka/config /var/lib/kafka/data && chown 1000:1000 /opt/kafka/config /var/lib/kafka/data
USER 1000:1000
CMD ["/etc/kafka/docker/run"]
