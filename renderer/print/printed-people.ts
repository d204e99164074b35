import { useQueryOp } from '../api'
import { chosenPeople, noFilter } from '../documents/people'
import { useListState } from '../shell/list-state'

/** Whom a print view shows, from the address. */
export function usePrintedPeople() {
  const [state, set] = useListState(noFilter)
  const answer = useQueryOp('documents.printedPeople', { people: chosenPeople(state) })
  return { answer, state, set }
}
