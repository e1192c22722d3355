const cpu = /^\+?(\d+(?:\.\d*)?|\.\d+)(m?)$/;
const memory = /^\+?((?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,2})?)(Ki|Mi|Gi|Ti|Pi|Ei|k|K|M|G|T|P|E|m)?$/;

const units: Readonly<Record<string, number>> = {
  '': 1,
  m: 1e-3,
  k: 1e3,
  K: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** A CPU quantity (`500m`, `1`, `0.5`) in milli-CPU; undefined for what is no quantity. */
export function parseCpu(text: string): number | undefined {
  const [, amount, unit] = cpu.exec(text) ?? [];
  return amount === undefined ? undefined : Number(amount) * (unit === 'm' ? 1 : 1000);
}

/** A memory quantity (`512Mi`, `1G`, `536870912`) in bytes; undefined for what is no quantity. */
export function parseBytes(text: string): number | undefined {
  const [, amount, unit = ''] = memory.exec(text) ?? [];
  return amount === undefined ? undefined : Number(amount) * units[unit]!;
}

/** Bytes as people write them: in the largest binary unit that fits, rounded to one decimal. */
export function formatBytes(bytes: number): string {
  for (const unit of ['Gi', 'Mi', 'Ki'] as const) {
    if (bytes >= units[unit]!) return `${Math.round((bytes / units[unit]!) * 10) / 10} ${unit}B`;
  }
  return `${bytes} bytes`;
}

/** Bytes as a manifest writes them: the largest binary unit that leaves a whole number, rounded down to a Mi. */
export function writeBytes(bytes: number): string {
  const mebibytes = Math.floor(bytes / units.Mi!);
  return mebibytes % 1024 === 0 && mebibytes > 0 ? `${mebibytes / 1024}Gi` : `${mebibytes}Mi`;
}

/** Milli-CPU as a manifest writes them: "2", "500m". */
export function writeCpu(milli: number): string {
  return milli % 1000 === 0 ? `${milli / 1000}` : `${milli}m`;
}

/** Milli-CPU as vCPU: 1500 is "1.5 vCPU". */
export function formatCpu(milli: number): string {
  return `${Math.round(milli) / 1000} vCPU`;
}
