import { chineseNumber, compact, readSmallNumber } from './wording'

/** What a cell says about where somebody lives; parts that are not said are left out. */
export interface Place {
  /** The village as the office calls it if it is known, otherwise as written, without the town. */
  village?: string
  /** The group of the village: 三组, 张家湾组. */
  group?: string
}

/**
 * The villages a file may mean: those of the office, and the fuller spellings of the file itself,
 * so that 观音桥 in one row and 观音桥社区 in another are one village.
 */
export class VillageNames {
  private readonly exact = new Map<string, string>()
  private readonly byCore = new Map<string, Set<string>>()
  private longestFirst: string[] = []

  constructor(names: Iterable<string>) {
    for (const name of names) this.add(name)
  }

  private add(name: string): void {
    const written = compact(name)
    if (written === '' || this.exact.has(written)) return
    this.exact.set(written, name.trim())
    const core = villageCore(written)
    this.byCore.set(core, (this.byCore.get(core) ?? new Set()).add(name.trim()))
    this.longestFirst = [...this.exact.keys()].sort((a, b) => b.length - a.length)
  }

  get names(): string[] {
    return [...this.exact.values()]
  }

  /** The known village a text names in full or in short; none where two could be meant. */
  find(text: string): string | undefined {
    const written = withoutTown(compact(text))
    const exact = this.exact.get(written) ?? this.exact.get(compact(text))
    if (exact) return exact
    const candidates = this.byCore.get(villageCore(written))
    return candidates?.size === 1 ? [...candidates][0] : undefined
  }

  /** The longest known village written out anywhere in an address. */
  findWithin(address: string): { village: string; rest: string } | undefined {
    const written = compact(address)
    for (const name of this.longestFirst) {
      const at = written.indexOf(name)
      if (at >= 0)
        return { village: this.exact.get(name) ?? name, rest: written.slice(at + name.length) }
    }
    return undefined
  }
}

const villageEnding = /(?:村民委员会|居民委员会|村委会|居委会|行政村|社区|村)$/

/** 观音桥社区 and 观音桥村委会 → 观音桥. A name that is nothing but its ending stays whole. */
export function villageCore(name: string): string {
  let core = compact(name)
  while (core.length > 2 && villageEnding.test(core)) core = core.replace(villageEnding, '')
  return core
}

/** Drops province, county and town before the village: 桃源县青石镇上河村 → 上河村. */
function withoutTown(text: string): string {
  const match = /^.*?(?:镇|乡|街道办事处|街道)(?=.{2,})(.+)$/.exec(text)
  return match?.[1] && !/^[村社]/.test(match[1]) ? match[1] : text
}

/** Whether a text is written as a village: 上河村, 观音桥社区, 青石镇柳林村委会. */
export function looksLikeVillage(text: string): boolean {
  const written = compact(text)
  return written.length >= 2 && written.length <= 16 && villageEnding.test(written)
}

const groupEnding =
  /((?:第)?[0-9]{1,3}|(?:第)?[零一二三四五六七八九十两]{1,3})(村民小组|居民小组|小组|组|社|队)/
const namedGroup = /^([\u4e00-\u9fff]{1,6}?)(村民小组|居民小组|小组|组|屯|寨|湾|坪|沟|院子?)$/

/** 3组, 第三村民小组 → 三组; a named group keeps its name; anything else is kept as written. */
export function tidyGroup(text: string): string {
  const written = compact(text)
  const bare = readSmallNumber(written.replace(/^第/, ''))
  if (bare !== undefined) return `${chineseNumber(bare)}组`
  const match = groupEnding.exec(written)
  const number = match?.[1] && readSmallNumber(match[1].replace(/^第/, ''))
  if (match && number) {
    const ending = /社|队/.test(match[2] ?? '') ? match[2] : '组'
    return `${chineseNumber(number)}${ending}`
  }
  return written
}

/** Reads 青石镇观音桥社区五组, 柳林村四组, 上河, 3组 … as far as they say something. */
export function readPlace(text: string, known: VillageNames): Place {
  const written = compact(text)
  if (written === '') return {}
  const within = known.findWithin(written)
  if (within) return { village: within.village, ...groupOf(within.rest) }
  const whole = known.find(written)
  if (whole) return { village: whole }
  const local = withoutTown(written)
  const match = /^(.{1,12}?(?:村民委员会|居民委员会|村委会|居委会|行政村|社区|村(?!民)))(.*)$/.exec(
    local,
  )
  if (match?.[1]) {
    const village = known.find(match[1]) ?? match[1].replace(/(村)?(民委员会|委会)$/, '村')
    return { village, ...groupOf(match[2] ?? '') }
  }
  return shortVillageAndGroup(local, known)
}

/** 上河三组: the village without its 村, recognised only if it is known. */
function shortVillageAndGroup(text: string, known: VillageNames): Place {
  const group = groupEnding.exec(text)
  if (!group) return {}
  const before = text.slice(0, group.index)
  const village = before === '' ? undefined : known.find(before)
  return { ...(village && { village }), group: tidyGroup(group[0]) }
}

function groupOf(rest: string): Pick<Place, 'group'> {
  const numbered = groupEnding.exec(rest)
  if (numbered) return { group: tidyGroup(numbered[0]) }
  const named = namedGroup.exec(rest)
  return named ? { group: named[0] } : {}
}
