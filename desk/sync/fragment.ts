export interface Fragment {
  readonly setup: string | null
  readonly activate: string | null
}

export function readFragment(hash: string): Fragment {
  const [name, value = ''] = hash.replace(/^#/, '').split('=')
  return {
    setup: name === 'setup' && value !== '' ? decodeURIComponent(value) : null,
    activate: name === 'activate' && value !== '' ? decodeURIComponent(value) : null,
  }
}

/** One-time codes come in the address after `#`, which no server sees; they leave the address bar and the history at once. */
export function takeFragment(): Fragment {
  const fragment = readFragment(location.hash)
  if (fragment.setup !== null || fragment.activate !== null) {
    history.replaceState(history.state, '', location.pathname + location.search)
  }
  return fragment
}
