// Chinese names in Latin letters that are English words too: what case has to say of them.

function wordsOf(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')))
}

/** They stand in every other sentence, most of them also at its beginning: alone they are nobody's name. */
const grammar = wordsOf('a an can en he me she you may mama papa baba')

const words = wordsOf(
  'ai ang ban bang bi bin bing chi cong dang de den di die ding dong duo e er fan fen fang gang gong gun ha hang hao hen hong hun jin jun',
  'ka ken la lang lie long lou ma man mao men mi min mo mu nan ne nu o ou pa pan pang pao pen peng pi pie pin ping po pu qi qin',
  'ran rang rao re ru run sang sen shun si song sou sun ta tai tan tang tao ti tie tong tun wan wen wo yang ye yen yin yo yuan za',
)

/** Two or three parts in one. */
const joined = wordsOf(
  'ache age aha ala alang ale ali alibi alike aline along amaze amen amu amuse ana ane anger angle angling ante anti are',
  'ashen ate awake aware awoke aye balance bale banana bane bare base beige bide bike bile binding binge bingo bite boa',
  'bode bone bore boxing cabin cache cadence cage cake came cane canning care case cease cede chaise chance change changer',
  'chase cheer chide chili chime china chute cinema cite cue cure cute dale damage dame dance danger dare data date daze',
  'dean decide dedicate deer delete delicate demise demo denote dense die dime dine dingo dire douse dude due duke dunce',
  'dune ease educate elite ending ensure entice entire era erase ere erne erode eye face fade fake fame fare fate fatigue',
  'fence foe folio fore fume fuse gaga gala gale game gaming gaping gate gaze gee gene genie genre gouge guide guile guise',
  'haiku hale halve hance hanger hangman hare hate haze hence here house hue huge human humane hunting jingle jinni june',
  'jute keen kepi lace lade laden lading lake lame lance landing lane late laze lean lee lie lien like liken lime limo',
  'linden line linen liner linger lingo lining longe longer lune lunge lure lute mace machine made maiden mailing make male',
  'manage mane manga mange manger mangle mango mare mate mating maze mean median mega meme memo menace mending menu mere',
  'meta mice mile mime mine miner mini mining minute mire mite moan mocha mode mole moo more mouse mule muse mute naan name',
  'nice niche nine nuance nude nuke ode one open ore outing pace page pale paling panda pane panting pare pence penne',
  'penning piano pie pier pike pile pine pinnace pinning pinta pinyin pita poke pole pore pose pouting puma pure quai quake',
  'queen queer quo quote range ranger ranting reduce refuge refuse rehang rehouse release resume rice ride riding rile',
  'ripen rise risen rite rouge route routine rude rule ruling rune running ruse saga sage sailing sake sale salve same sane',
  'sari saying sea sedan see seen seer semi senate senile sense shade shake shaken shale shaman shame shanghai share sheen',
  'sheer shine shire shunning side siding sine sire siren site situ size sue suite suiting sumo suntan sure sushi tailing',
  'take taken tale tame tangle tango tanning taxi tea tee teen tide tie tier tile tiling time timing tinge tingle tingling',
  'tire titan touche tubing tuna tune tuner tuning tutu wade wage wailing waiting wake waken wale wane wanna wanting ware',
  'woe woke woman women woo wore yea yoga yoke yule zebu zine',
)

/** Months and days where a number stands beside them. */
const ofDates = wordsOf('jun sun')

/** `He` and `you`, in small letters: never a name where it stands alone. */
export function isGrammar(word: string): boolean {
  return grammar.has(word)
}

/** `long`, `wanting` and `he`, in small letters. */
export function isEnglish(word: string): boolean {
  return grammar.has(word) || words.has(word) || joined.has(word)
}

/** `Jun` and `Sun`, in small letters. */
export function isOfDates(word: string): boolean {
  return ofDates.has(word)
}
