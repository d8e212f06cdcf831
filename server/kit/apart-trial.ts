// What apart.test.ts has done in a process of its own: nothing of the product uses it.
import { answer, hear, takeOrder } from './apart-inside.ts'

const { what } = await takeOrder<{ what: string }>()
switch (what) {
  case 'answer':
    await answer({ environment: Object.keys(process.env), bytes: new Uint8Array([1, 2]) })
    break
  case 'talk':
    hear<{ word: string }>(({ word }) => void answer({ word: word.toUpperCase() }))
    break
  case 'throw':
    throw new RangeError('no such page')
  case 'abort':
    process.abort()
    break
  case 'eat': {
    const eaten: unknown[] = []
    for (;;) eaten.push({ [`key ${eaten.length}`]: [eaten.length] })
  }
  case 'spin':
    for (;;);
}
