import { describe, expect, it } from 'vitest'
import { done, type Outcome } from '../../core/kit/outcome.ts'
import { openPlaces, openPlacesByOwner } from './open-places.ts'

const here = new AbortController().signal

/** Work that ends when it is told to. */
function openWork() {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const work = (name: string) => (): Promise<Outcome<string>> => {
    begun.push(name)
    return new Promise((resolve) => ends.set(name, () => resolve(done(name))))
  }
  return { begun, work, end: (name: string) => ends.get(name)?.() }
}

const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('places for work', () => {
  it('run so many at a time, the others in the order of asking', async () => {
    const places = openPlaces({ atOnce: 2, mostWaiting: 2, full: 'Busy' })
    const { begun, work, end } = openWork()
    const runs = ['a', 'b', 'c', 'd'].map((name) => places.run(here, work(name)))
    await breath()
    expect(begun).toEqual(['a', 'b'])
    end('b')
    await runs[1]
    await breath()
    expect(begun).toEqual(['a', 'b', 'c'])
    end('a')
    end('c')
    await runs[2]
    await breath()
    end('d')
    expect(await Promise.all(runs)).toEqual(['a', 'b', 'c', 'd'].map(done))
  })

  it('refuse when nobody more may wait', async () => {
    const places = openPlaces({ atOnce: 1, mostWaiting: 0, full: 'Busy' })
    const { work, end } = openWork()
    const first = places.run(here, work('a'))
    expect(await places.run(here, work('b'))).toMatchObject({ refusal: { id: 'Busy' } })
    end('a')
    await first
    const third = places.run(here, work('c'))
    await breath()
    end('c')
    expect(await third).toEqual(done('c'))
  })

  it('are given to the next when whoever waited has gone, and after work that failed', async () => {
    const places = openPlaces({ atOnce: 1, mostWaiting: 2, full: 'Busy' })
    const { begun, work, end } = openWork()
    const gone = new AbortController()
    const first = places.run(here, () =>
      work('a')().then(() => Promise.reject(new Error('broken'))),
    )
    const second = places.run(gone.signal, work('b'))
    const third = places.run(here, work('c'))
    gone.abort()
    expect(await second).toMatchObject({ refusal: { id: 'RequestGone' } })
    end('a')
    await expect(first).rejects.toThrow('broken')
    await breath()
    end('c')
    expect(await third).toEqual(done('c'))
    expect(begun).toEqual(['a', 'c'])
  })
})

describe('places of each owner', () => {
  it('are full for one while another runs at once', async () => {
    const placesOf = openPlacesByOwner({ atOnce: 1, mostWaiting: 2, full: 'Busy' })
    const { begun, work, end } = openWork()
    const run = (owner: string, name: string) => placesOf(owner).run(here, work(name))
    const runs = ['a', 'b', 'c'].map((name) => run('first', name))
    expect(await run('first', 'd')).toMatchObject({ refusal: { id: 'Busy' } })
    const other = run('second', 'e')
    await breath()
    expect(begun).toEqual(['a', 'e'])
    for (const name of ['a', 'b', 'c', 'e']) {
      end(name)
      await breath()
    }
    expect(await Promise.all([...runs, other])).toEqual(['a', 'b', 'c', 'e'].map(done))
    const again = run('first', 'f')
    await breath()
    end('f')
    expect(await again).toEqual(done('f'))
  })
})
