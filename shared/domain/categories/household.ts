import type { Day } from '@shared/domain/calendar/types'
import { presetDictionaries } from '@shared/domain/dictionaries/dictionary'
import type { LivingArrangement } from '@shared/domain/vocabulary'
import { isElder } from './age'
import type { CategoryFacts } from './facts'
import { type Finding, missingOf, no, people, undecided, yes } from './finding'
import type { CategoryRules } from './rules'
import { awayList, called, childrenOf, isOutsideCounty } from './whereabouts'

const livingAloneText: Record<CategoryRules['livingAlone'], string> = {
  household: '老人独自居住',
  childrenOutsideCounty: '老人独自居住，无子女或子女均在县外',
}

const emptyNestText: Record<CategoryRules['emptyNest'], string> = {
  coupleChildrenOutsideCounty: '老人只与配偶同住，无子女或子女均在县外',
  coupleHousehold: '老人只与配偶同住，不与子女同住',
  noChildInHousehold: '老人独自居住或只与配偶同住，不论有无子女',
}

/** 独居, by the definition the rules choose. */
export function findLivingAlone(facts: CategoryFacts, rules: CategoryRules, day: Day): Finding {
  const strict = rules.livingAlone === 'childrenOutsideCounty'
  const rule = livingAloneText[rules.livingAlone]
  return findHousehold(facts, rules, day, { rule, arrangements: ['alone'], strict })
}

/** 空巢, by the definition the rules choose. */
export function findEmptyNest(facts: CategoryFacts, rules: CategoryRules, day: Day): Finding {
  const strict = rules.emptyNest === 'coupleChildrenOutsideCounty'
  const rule = emptyNestText[rules.emptyNest]
  const arrangements: LivingArrangement[] =
    rules.emptyNest === 'noChildInHousehold' ? ['alone', 'withSpouse'] : ['withSpouse']
  return findHousehold(facts, rules, day, { rule, arrangements, strict })
}

interface HouseholdDefinition {
  rule: string
  /** The living arrangements for which it holds. */
  arrangements: readonly LivingArrangement[]
  /** Must every child be outside the county? */
  strict: boolean
}

function findHousehold(
  facts: CategoryFacts,
  rules: CategoryRules,
  day: Day,
  { rule, arrangements, strict }: HouseholdDefinition,
): Finding {
  const elder = isElder(facts, rules, day)
  if (elder === false) return no(rule, `未满${rules.elderFrom}周岁`)
  const arrangement = facts.livingArrangement
  if (arrangement === null) return undecided(rule, ['居住情况'])
  const stated = `居住情况为“${livingWord(arrangement)}”`
  if (!arrangements.includes(arrangement)) return no(rule, stated)
  const contradiction = contradictionOf(facts, arrangement)
  if (contradiction !== null) return undecided(rule, [contradiction])
  if (elder !== true) return undecided(rule, [elder])
  if (!strict) return yes(rule, stated)

  const children = childrenOf(facts)
  if (children.length === 0) {
    return facts.childless === true
      ? yes(rule, `${stated}，没有子女`)
      : undecided(rule, ['子女情况'])
  }
  const answers = children.map(isOutsideCounty)
  const near = children.filter((_, index) => answers[index] === false)
  if (near.length > 0) {
    return no(rule, `${stated}，但${near.map(called).join('、')}在县内${awayList(near)}`)
  }
  const missing = missingOf(answers)
  if (missing.length > 0) return undecided(rule, missing)
  const all = children.length === 1 ? called(children[0]!) : `${people(children.length)}子女均`
  return yes(rule, `${stated}，${all}在县外${awayList(children)}`)
}

/** Facts of one file that cannot both be so; a clerk must look before anything is concluded. */
function contradictionOf(facts: CategoryFacts, arrangement: LivingArrangement): string | null {
  const stated = livingWord(arrangement)
  if (arrangement === 'alone' && facts.spouseAtHome === true) {
    return `居住情况核实（填${stated}，配偶却在同一住处）`
  }
  const together = facts.family.find(
    ({ livesTogether, relation }) =>
      livesTogether === true && !(arrangement === 'withSpouse' && relation === 'spouse'),
  )
  return together === undefined
    ? null
    : `居住情况核实（填${stated}，${called(together)}却登记为同住）`
}

/** These entries keep their names: the rule above reads them (see dictionaries/presets). */
const livingWord = (arrangement: LivingArrangement): string =>
  presetDictionaries.label('livingArrangement', arrangement)
