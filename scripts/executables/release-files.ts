/** What the two files name: the version, where a release lies, and the checksum of each executable by its file name. */
export interface Release {
  readonly version: string;
  readonly summary: string;
  readonly homepage: string;
  readonly checksums: ReadonlyMap<string, string>;
}

/** A Homebrew formula that installs the executables. Throws where the checksum of one is missing. */
export function formula(release: Release): string {
  const { version, summary, homepage } = release;
  return `class CloudrunLint < Formula
  desc ${JSON.stringify(summary)}
  homepage ${JSON.stringify(homepage)}
  version ${JSON.stringify(version)}
  license "MIT"

  on_macos do
    on_arm do
${source(release, 'cloudrun-lint-darwin-arm64')}
    end
    on_intel do
${source(release, 'cloudrun-lint-darwin-x64')}
    end
  end

  on_linux do
    on_arm do
${source(release, 'cloudrun-lint-linux-arm64')}
    end
    on_intel do
${source(release, 'cloudrun-lint-linux-x64')}
    end
  end

  def install
    bin.install Dir["cloudrun-lint-*"].first => "cloudrun-lint"
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/cloudrun-lint --version")
  end
end
`;
}

function source(release: Release, file: string): string {
  return `      url "${addressOf(release, file)}"\n      sha256 "${checksumOf(release, file)}"`;
}

/** A Dockerfile for an image of the executable alone, for both kinds of machine. Throws as `formula` does. */
export function dockerfile(release: Release): string {
  const files = { amd64: 'cloudrun-lint-linux-x64', arm64: 'cloudrun-lint-linux-arm64' };
  const stages = Object.entries(files).map(
    ([machine, file]) =>
      `FROM scratch AS ${machine}\nADD --chmod=755 --checksum=sha256:${checksumOf(release, file)} ${addressOf(release, file)} /cloudrun-lint\n`,
  );
  return `# syntax=docker/dockerfile:1
ARG TARGETARCH=amd64

${stages.join('\n')}
FROM \${TARGETARCH} AS executable

# The executable is linked against the C library, which this image holds, and little else.
FROM gcr.io/distroless/base-nossl-debian12:nonroot
COPY --from=executable /cloudrun-lint /usr/local/bin/cloudrun-lint
WORKDIR /work
ENTRYPOINT ["cloudrun-lint"]
`;
}

function addressOf({ homepage, version }: Release, file: string): string {
  return `${homepage}/releases/download/v${version}/${file}`;
}

function checksumOf({ checksums }: Release, file: string): string {
  const checksum = checksums.get(file);
  if (checksum === undefined) throw new Error(`SHA256SUMS lacks ${file}: npm run executables builds it.`);
  return checksum;
}
