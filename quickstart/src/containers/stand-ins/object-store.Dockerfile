FROM limen-stand-in/jre
WORKDIR /opt/s3proxy
COPY s3proxy run-docker-container.sh ./
ENTRYPOINT ["/opt/s3proxy/run-docker-container.sh"]
