import { useSearchParams } from 'react-router'

/** What a person chose, kept in the address: it can be sent to a colleague and the way back leads here. */
export function useChoice(
  name: string,
  allowed: readonly string[],
): readonly [string, (value: string) => void] {
  const [search, setSearch] = useSearchParams()
  const wanted = search.get(name) ?? ''
  const value = allowed.includes(wanted) ? wanted : (allowed[0] ?? '')
  const choose = (next: string): void => {
    setSearch(
      (was) => {
        const all = new URLSearchParams(was)
        all.set(name, next)
        return all
      },
      { replace: true },
    )
  }
  return [value, choose]
}
