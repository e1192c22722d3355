const cpu = /^(\d+(?:\.\d+)?|\.\d+)(m?)$/;
const memory = /^(\d+(?:\.\d+)?)(Ki|Mi|Gi|Ti|Pi|Ei|k|K|M|G|T|P|E|m)?$/;

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

/** Bytes as people write them: the largest binary unit that leaves no more than one decimal. */
export function formatBytes(bytes: number): string {
  for (const unit of ['Gi', 'Mi', 'Ki'] as const) {
    if (bytes >= units[unit]!) return `${Math.round((bytes / units[unit]!) * 10) / 10}${unit}B`;
  }
  return `${bytes} bytes`;
}

/** Milli-CPU as vCPU: 1500 is "1.5 vCPU". */
export function formatCpu(milli: number): string {
  return `${Math.round(milli) / 1000} vCPU`;
}
