import type access from '../../content/texts/zh-CN/access.json'
import type kit from '../../content/texts/zh-CN/kit.json'
import type sync from '../../content/texts/zh-CN/sync.json'

type WithoutPlural<Key extends string> =
  Key extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Base : Key
type PathsOf<Texts, Before extends string = ''> = {
  [Key in keyof Texts & string]: Texts[Key] extends string
    ? `${Before}${WithoutPlural<Key>}`
    : PathsOf<Texts[Key], `${Before}${Key}.`>
}[keyof Texts & string]

interface ShellTexts {
  readonly access: typeof access
  readonly kit: typeof kit
  readonly sync: typeof sync
}

/** Rooms whose keys are checked by the text guard only; a room that wants them checked while typing moves up. */
type OtherRoom =
  | 'families'
  | 'inquiry'
  | 'evidence'
  | 'interview'
  | 'observation'
  | 'assessment'
  | 'goals'
  | 'accountability'
  | 'groupwork'
  | 'casework'
  | 'transfer'
  | 'supervision'
  | 'restricted'
  | 'rights'
  | 'contact'
  | 'delivery'
  | 'cards'
  | 'safety'
  | 'spoken'
  | 'evaluation'
  | 'paperwork'

/** `namespace:path.of.key`; the namespace is the file's name in content/texts. */
export type TextKey =
  | { [Name in keyof ShellTexts]: `${Name}:${PathsOf<ShellTexts[Name]>}` }[keyof ShellTexts]
  | `${OtherRoom}:${string}`
