/** Knows the sites whose players and posts articles embed: how their addresses read, and how they are written. */

type EmbedRule = {
  /** Of the host without `www.`, `m.` or `mobile.`, then the path and, where it names one, a parameter. */
  readonly pattern: RegExp
  /** The page that shows it; `$1` is what the pattern found. */
  readonly address: string
  /** A still picture of it, where the site has one for every id. */
  readonly poster?: string
}

export type EmbedProvider = {
  readonly name: string
  /** The parameters that may name what is shown; the first that is there joins the path. */
  readonly parameters: readonly string[]
  readonly rules: readonly EmbedRule[]
}

const YOUTUBE_HOST = '(?:youtube(?:-nocookie)?|youtubeeducation)\\.com'
const YOUTUBE_POSTER = 'https://i.ytimg.com/vi/$1/hqdefault.jpg'
const DAILYMOTION_POSTER = 'https://www.dailymotion.com/thumbnail/video/$1'

const YOUTUBE: EmbedProvider = {
  name: 'YouTube',
  parameters: ['v', 'list', 'channel'],
  rules: [
    {
      pattern: new RegExp(
        `^${YOUTUBE_HOST}/(?:embed/videoseries|playlist)\\?list=([\\w-]{10,50})$`,
      ),
      address: 'https://www.youtube.com/playlist?list=$1',
    },
    {
      pattern: new RegExp(`^${YOUTUBE_HOST}/embed/live_stream\\?channel=([\\w-]{10,40})$`),
      address: 'https://www.youtube.com/channel/$1/live',
    },
    ...[
      new RegExp(
        `^${YOUTUBE_HOST}/(?:embed|v|e|shorts|live)/(?!videoseries|live_stream)([\\w-]{11})(?:[?&]|$)`,
      ),
      new RegExp(`^${YOUTUBE_HOST}/watch\\?v=([\\w-]{11})$`),
      /^youtu\.be\/([\w-]{11})(?:\?|$)/,
    ].map((pattern) => ({
      pattern,
      address: 'https://www.youtube.com/watch?v=$1',
      poster: YOUTUBE_POSTER,
    })),
  ],
}

const VIDEO: readonly EmbedProvider[] = [
  {
    name: 'Vimeo',
    parameters: ['h'],
    rules: [
      {
        pattern: /^player\.vimeo\.com\/video\/(\d{5,12})\?h=([0-9a-f]{6,16})$/,
        address: 'https://vimeo.com/$1/$2',
      },
      {
        pattern: /^(?:player\.)?vimeo\.com\/(?:video\/)?(\d{5,12})(?:\?|$)/,
        address: 'https://vimeo.com/$1',
      },
      {
        pattern: /^vimeo\.com\/(\d{5,12}\/[0-9a-f]{6,16})$/,
        address: 'https://vimeo.com/$1',
      },
    ],
  },
  {
    name: 'Dailymotion',
    parameters: ['video'],
    rules: [
      /^dailymotion\.com\/(?:embed\/|swf\/)?(?:video\/)?([a-z0-9]{6,10})$/i,
      /^geo\.dailymotion\.com\/player(?:\/\w{1,12})?\.html\?video=([a-z0-9]{6,10})$/i,
      /^dai\.ly\/([a-z0-9]{6,10})$/i,
    ].map((pattern) => ({
      pattern,
      address: 'https://www.dailymotion.com/video/$1',
      poster: DAILYMOTION_POSTER,
    })),
  },
  {
    name: 'TikTok',
    parameters: [],
    rules: [
      {
        pattern: /^tiktok\.com\/(@[\w.]{1,40}\/video\/\d{15,22})$/,
        address: 'https://www.tiktok.com/$1',
      },
      {
        pattern: /^tiktok\.com\/(?:embed(?:\/v\d)?|player\/v1)\/(\d{15,22})$/,
        address: 'https://www.tiktok.com/embed/v2/$1',
      },
    ],
  },
  {
    name: 'Wistia',
    parameters: [],
    rules: [
      {
        pattern: /^fast\.wistia\.(?:net|com)\/embed\/iframe\/([a-z0-9]{10})$/,
        address: 'https://fast.wistia.net/embed/iframe/$1',
      },
    ],
  },
]

const POSTS: readonly EmbedProvider[] = [
  {
    name: 'Facebook',
    parameters: ['v', 'story_fbid', 'fbid'],
    rules: [
      {
        pattern:
          /^facebook\.com\/((?:groups\/)?[\w.-]{1,80}\/(?:videos|posts|photos)\/(?:[\w.%-]{1,100}\/)?\w{5,100})(?:\?|$)/,
        address: 'https://www.facebook.com/$1',
      },
      { pattern: /^facebook\.com\/reel\/(\d{5,22})$/, address: 'https://www.facebook.com/reel/$1' },
      {
        pattern: /^facebook\.com\/(?:watch|video\.php)\?v=(\d{5,22})$/,
        address: 'https://www.facebook.com/watch?v=$1',
      },
      { pattern: /^fb\.watch\/([\w-]{5,20})$/, address: 'https://fb.watch/$1' },
    ],
  },
  {
    name: 'Instagram',
    parameters: [],
    rules: [
      {
        pattern:
          /^instagram\.com\/(?:[\w.]{1,40}\/)?((?:p|reel|tv)\/[\w-]{5,40})(?:\/embed(?:\/captioned)?)?$/,
        address: 'https://www.instagram.com/$1',
      },
    ],
  },
  {
    name: 'X',
    parameters: ['id'],
    rules: [
      {
        pattern: /^(?:twitter|x)\.com\/(\w{1,20}|i\/web)\/status(?:es)?\/(\d{5,22})$/,
        address: 'https://x.com/$1/status/$2',
      },
      {
        pattern:
          /^platform\.(?:twitter|x)\.com\/embed\/(?:Tweet\.html|index\.html)\?id=(\d{5,22})$/,
        address: 'https://x.com/i/web/status/$1',
      },
    ],
  },
  {
    name: 'Threads',
    parameters: [],
    rules: [
      {
        pattern: /^threads\.(?:net|com)\/(@[\w.]{1,40}\/post\/[\w-]{5,20})(?:\/embed)?$/,
        address: 'https://www.threads.com/$1',
      },
    ],
  },
]

const AUDIO: readonly EmbedProvider[] = [
  {
    name: 'Spotify',
    parameters: [],
    rules: [
      {
        pattern:
          /^open\.spotify\.com\/(?:intl-[a-z]{2}\/)?(?:embed(?:-podcast)?\/)?((?:track|album|playlist|episode|show|artist)\/[A-Za-z0-9]{22})(?:\/video)?$/,
        address: 'https://open.spotify.com/$1',
      },
    ],
  },
  {
    name: 'SoundCloud',
    parameters: [],
    rules: [
      {
        pattern: /^api(?:-v2)?\.soundcloud\.com\/((?:tracks|playlists)\/\d{3,14})$/,
        address: 'https://w.soundcloud.com/player?url=https%3A%2F%2Fapi.soundcloud.com%2F$1',
      },
      {
        pattern: /^soundcloud\.com\/([\w-]{2,60}\/(?:sets\/)?[\w-]{1,120})$/,
        address: 'https://soundcloud.com/$1',
      },
    ],
  },
  {
    name: 'Apple Podcasts',
    parameters: ['i'],
    rules: [
      {
        pattern:
          /^(?:embed\.)?podcasts\.apple\.com\/([a-z]{2}\/podcast\/[\w%-]{1,120}\/id\d{4,12})(?:\?|$)/,
        address: 'https://podcasts.apple.com/$1',
      },
    ],
  },
  {
    name: 'Bandcamp',
    parameters: [],
    rules: [
      {
        pattern: /^bandcamp\.com\/EmbeddedPlayer\/(?:v=\d\/)?((?:album|track)=\d{4,14})(?:\/|$)/,
        address: 'https://bandcamp.com/EmbeddedPlayer/$1',
      },
    ],
  },
]

const OTHER: readonly EmbedProvider[] = [
  {
    name: 'SlideShare',
    parameters: [],
    rules: [
      {
        pattern: /^slideshare\.net\/slideshow\/embed_code\/((?:key\/)?\w{6,20})$/,
        address: 'https://www.slideshare.net/slideshow/embed_code/$1',
      },
    ],
  },
  {
    name: 'Datawrapper',
    parameters: [],
    rules: [
      {
        pattern: /^datawrapper\.dwcdn\.net\/([A-Za-z0-9]{5})(?:\/\d{1,4})?$/,
        address: 'https://datawrapper.dwcdn.net/$1',
        poster: 'https://datawrapper.dwcdn.net/$1/plain.png',
      },
    ],
  },
  {
    name: 'CodePen',
    parameters: [],
    rules: [
      {
        pattern: /^codepen\.io\/([\w-]{1,40})\/(?:embed(?:\/preview)?|pen)\/([A-Za-z0-9]{5,40})$/,
        address: 'https://codepen.io/$1/pen/$2',
      },
    ],
  },
  {
    name: 'Google Maps',
    parameters: ['pb', 'q'],
    rules: [
      {
        pattern:
          /^google\.com\/maps\/embed\?pb=[^&]{0,200}?!2d(-?\d{1,3}\.\d{1,20})!3d(-?\d{1,2}\.\d{1,20})/,
        address: 'https://www.google.com/maps?q=$2,$1',
      },
      {
        pattern: /^(?:maps\.)?google\.com(?:\.vn)?\/maps(?:\/embed\/v1\/place)?\?q=([^&]{2,200})$/,
        address: 'https://www.google.com/maps?q=$1',
      },
    ],
  },
]

export const EMBED_PROVIDERS: readonly EmbedProvider[] = [
  YOUTUBE,
  ...VIDEO,
  ...POSTS,
  ...AUDIO,
  ...OTHER,
]
