import type { RecipientRecord } from './record'

const mostContacts = 2

/**
 * Whom to call from a card: the emergency contacts on file, and where there are fewer than two, the
 * supporters of the family who have a phone.
 */
export function cardContacts(person: RecipientRecord): RecipientRecord['emergency'] {
  const named = new Set(person.emergency.map(({ name }) => name))
  const supporters = person.family
    .filter(({ name, isSupporter, phones }) => isSupporter && phones.length > 0 && !named.has(name))
    .map(({ name, relation, phones }) => ({
      name,
      relation,
      phone: phones[0]!,
    }))
  return [...person.emergency, ...supporters].slice(0, mostContacts)
}

export function withCardContacts(person: RecipientRecord): RecipientRecord {
  return { ...person, emergency: cardContacts(person) }
}
