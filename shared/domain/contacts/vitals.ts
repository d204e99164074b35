/** 生命体征 as a visit may measure them; every one is optional. */
export interface Vitals {
  /** 血压, mmHg. */
  readonly systolic?: number
  readonly diastolic?: number
  /** 脉搏, beats a minute. */
  readonly pulse?: number
  /** 体温, °C. */
  readonly temperature?: number
  /** 血糖, mmol/L. */
  readonly glucose?: number
}

/** What can be a measurement and no slip of the pen: from–to in the unit of each. */
export const vitalRanges: Readonly<Record<keyof Vitals, readonly [from: number, to: number]>> = {
  systolic: [50, 300],
  diastolic: [20, 200],
  pulse: [20, 250],
  temperature: [30, 45],
  glucose: [0.5, 50],
}

/** How a clerk writes them: `血压 138/82`, in this order; nothing measured is no text. */
export function formatVitals({ systolic, diastolic, pulse, temperature, glucose }: Vitals): string {
  return [
    (systolic || diastolic) && `血压 ${systolic ?? '—'}/${diastolic ?? '—'}`,
    pulse && `脉搏 ${pulse}`,
    temperature && `体温 ${temperature}`,
    glucose && `血糖 ${glucose}`,
  ]
    .filter(Boolean)
    .join('，')
}
