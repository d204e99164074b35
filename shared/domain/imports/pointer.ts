import { privateUseCharacters, normaliseName } from '../names/name-text'
import { formatPartialDate, isComplete, mayMean } from '../calendar/partial-date'
import type { PartialDate } from '../calendar/types'
import { readResidentId } from '../identity/resident-id'
import type { Gender } from '../vocabulary'
import { genderWords } from './codes'
import type { PersonPointer } from './draft'
import { readPlace, tidyGroup, type Place } from './places'
import type { RowReader } from './row-reader'
import { compact, isNothing, tidy } from './wording'

/** Reads who a row is about: name, ID number, sex, birth, phone and place, checked together. */
export function readPointer(
  reader: RowReader,
): PersonPointer & { lunarBirthday: string | null; hasNoPhone: boolean } {
  const name = readName(reader)
  const id = readId(reader)
  const birth = readBirth(reader, id.birthDate)
  const gender = readGender(reader, id.gender)
  const place = readResidence(reader)
  const phones = reader.phones('recipient.phone')
  return {
    name,
    idNumber: id.idNumber,
    idNumberAsWritten: id.idNumberAsWritten,
    idNumberKept: id.idNumberKept,
    birthDate: birth.birthDate,
    lunarBirthday: birth.lunarBirthday,
    gender,
    phones: phones.numbers,
    hasNoPhone: phones.none,
    village: place.village ?? null,
    villageGroup: place.group ?? null,
  }
}

/** Without what only a file of one's own keeps. */
export function pointerOnly(pointer: ReturnType<typeof readPointer>): PersonPointer {
  const { lunarBirthday: _lunar, hasNoPhone: _none, ...rest } = pointer
  return rest
}

/** 祁秀云、马福来: one file for two people would be worse than none. */
const severalNames = /\p{Script=Han}{2,}[、,，;；/|]\s*\p{Script=Han}{2,}/u

function readName(reader: RowReader): string {
  const raw = reader.text('recipient.name') ?? ''
  const bracket = /^([^()]+)\(([^()]*)\)$/.exec(raw)
  const name = normaliseName(bracket?.[1] ?? raw)
  if (bracket?.[2]) {
    reader.remark(bracket[2])
    reader.note('recipient.name', 'NAME_REMARK', `姓名后有“${bracket[2]}”，已移到备注`, raw)
  }
  if (name === '') reader.block('recipient.name', 'NAME_MISSING', '没有姓名，请补上或不导入这一行')
  else if (severalNames.test(name))
    reader.block('recipient.name', 'NAME_CHARACTER', `“${raw}”像是几个人，请一人一行分开写`, raw)
  else if (/\d/.test(name) || [...name].length > 20)
    reader.block('recipient.name', 'NAME_CHARACTER', `“${raw}”不像姓名，请核对`, raw)
  else if (privateUseCharacters(name).length > 0)
    reader.note(
      'recipient.name',
      'NAME_CHARACTER',
      '姓名含自造字，换一台电脑会显示成方框，请改用标准字',
      raw,
    )
  return name
}

interface IdFacts {
  idNumber: string | null
  idNumberAsWritten: string | null
  idNumberKept: string | null
  birthDate: PartialDate | null
  gender: Gender | null
}

function readId(reader: RowReader): IdFacts {
  const none: IdFacts = {
    idNumber: null,
    idNumberAsWritten: null,
    idNumberKept: null,
    birthDate: null,
    gender: null,
  }
  const cell = reader.value('recipient.idNumber')?.cell
  if (!cell) return none
  const reading = readResidentId(cell.number ?? cell.text, reader.context.today)
  if (reading.state === 'missing') return none
  if (reading.state === 'valid') {
    if (reading.warning)
      reader.note('recipient.idNumber', 'ID_CHARACTER', reading.warning, cell.text)
    return { ...none, idNumber: reading.id, birthDate: reading.birthDay, gender: reading.gender }
  }
  reader.block(
    'recipient.idNumber',
    `ID_${reading.problem}`,
    `身份证号：${reading.message}`,
    cell.text,
    reading.couldBe,
  )
  return {
    ...none,
    idNumberAsWritten: reading.problem === 'CHECKSUM' ? reading.id : null,
    idNumberKept: reading.kept ?? null,
    birthDate: reading.birthDay ?? null,
    gender: reading.gender ?? null,
  }
}

/** The ID number knows the day; the column may know less, something else, or the lunar day. */
function readBirth(
  reader: RowReader,
  fromId: PartialDate | null,
): { birthDate: PartialDate | null; lunarBirthday: string | null } {
  const before = reader.problems.length
  const column = reader.date('recipient.birth', { notAfter: reader.context.today })
  if (fromId === null) return { birthDate: column.date, lunarBirthday: column.lunar }
  // With the day known from the ID number, an unclear spelling of the column needs no attention.
  const agrees = [column.date, ...column.candidates].some(
    (date) => date !== null && mayMean(date, fromId),
  )
  if (agrees) reader.problems.splice(before)
  else if (column.date !== null)
    reader.note(
      'recipient.birth',
      'BIRTH_CONFLICT',
      `出生日期写的是${formatPartialDate(column.date)}，身份证号是${formatPartialDate(fromId)}，按身份证号`,
      reader.text('recipient.birth') ?? '',
    )
  return { birthDate: fromId, lunarBirthday: column.lunar }
}

function readGender(reader: RowReader, fromId: Gender | null): Gender | null {
  const written = reader.code('recipient.gender', genderWords)
  if (fromId && written && written !== fromId)
    reader.note(
      'recipient.gender',
      'GENDER_CONFLICT',
      `性别写“${reader.text('recipient.gender')}”，与身份证号第 17 位不符，按身份证号`,
      reader.text('recipient.gender') ?? '',
    )
  return fromId ?? written
}

/**
 * Village and group from their columns, from 村组 in one column, from the address, from the section
 * row or from the title; the nearest to the person wins.
 */
export function readResidence(reader: RowReader): Place {
  const { villages, hints } = reader.context
  const place = (text: string | null): Place => (text ? readPlace(text, villages) : {})
  const column = villageColumn(reader)
  const combined = place(reader.text('recipient.place'))
  const home = place(reader.text('recipient.address'))
  const registered = place(reader.text('recipient.registeredAddress'))
  const village =
    column.village ??
    combined.village ??
    home.village ??
    registered.village ??
    reader.row.sectionVillage ??
    hints.village
  const sameVillage = (other: Place) => !other.village || other.village === village
  const address = sameVillage(home) && home.group ? home : sameVillage(registered) ? registered : {}
  const group =
    groupColumn(reader, address.group) ?? column.group ?? combined.group ?? address.group
  if (combined.village && column.village && combined.village !== column.village)
    reader.note('recipient.place', 'PLACE_CONFLICT', '两列写的村不一样，按“村”这一列')
  return { ...(village && { village }), ...(group && { group }) }
}

function villageColumn(reader: RowReader): Place {
  const text = reader.text('recipient.village')
  if (!text) return {}
  const place = readPlace(text, reader.context.villages)
  return place.village ? place : { ...place, village: compact(text) }
}

/** A 同上 that contradicts the person's own address went astray when rows were sorted or cut. */
function groupColumn(reader: RowReader, fromAddress: string | undefined): string | undefined {
  const value = reader.value('recipient.group')
  if (!value || isNothing(value.cell.text)) return undefined
  const group = tidyGroup(tidy(value.cell.text))
  if (value.inherited !== 'ditto' || !fromAddress || fromAddress === group) return group
  reader.note(
    'recipient.group',
    'PLACE_CONFLICT',
    `组别“同上”是${group}，住址写的是${fromAddress}，按住址`,
    '同上',
  )
  return fromAddress
}

/** The age a ledger states, kept with the day it was true; a birth date is never made of it. */
export function agreesWithAge(birth: PartialDate, age: number, asOf: PartialDate): boolean {
  const year = Number(asOf.slice(0, 4))
  const born = Number(birth.slice(0, 4))
  if (!Number.isFinite(born) || birth.startsWith('-')) return true
  const difference = year - born
  const slack = isComplete(birth) && isComplete(asOf) ? 1 : 2
  return Math.abs(difference - age) <= slack
}
