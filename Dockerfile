# Builds Paceline in one stage and ships what runs in another, as a user without rights.
# A minor version and no digest: no registry was at hand to read one from, and patches shall come by a build.
FROM node:24.11-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.json ./
RUN npm ci --ignore-scripts
COPY src src
# What is optional only fetches a mongod; the image is given a server.
RUN npm run build && npm prune --omit=dev --omit=optional --ignore-scripts

FROM node:24.11-bookworm-slim
ENV NODE_ENV=production TZ=UTC DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json manifest.yml ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
# Ready is more than alive: the database answers, Slack accepts the token, and the minute's tick came.
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s \
  CMD node -e "fetch('http://127.0.0.1:'+(process.env.PORT||3000)+'/readyz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"
# A small heap: what is live is under 100 MB, and without a bound V8 collects so late that 300 MB do not suffice.
CMD ["node", "--disable-proto=delete", "--max-old-space-size=192", "dist/main.js"]
