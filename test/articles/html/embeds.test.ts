/** What stands in an article for what the partner's page embeds from other sites. */

import { load } from 'cheerio/slim'
import { describe, expect, it } from 'vitest'
import { embedAddress } from '../../../src/articles/html/embed-address.ts'
import { sanitise } from '../../../src/articles/html/sanitise.ts'

const BASE = 'https://blog.example/tin/bai-viet'

const YOUTUBE_ID = 'sen_trang-1'
const YOUTUBE =
  '<figure class="embed"><a href="https://www.youtube.com/watch?v=sen_trang-1" rel="noopener">' +
  '<img src="https://i.ytimg.com/vi/sen_trang-1/hqdefault.jpg" alt="YouTube"></a></figure>'

function clean(html: string) {
  return sanitise(load(html).root()[0]?.children ?? [], { baseUrl: BASE })
}

describe('embedAddress', () => {
  it.each([
    [
      'https://www.youtube.com/embed/sen_trang-1?rel=0&autoplay=1',
      'www.youtube.com/watch?v=sen_trang-1',
    ],
    ['//www.youtube-nocookie.com/embed/sen_trang-1', 'www.youtube.com/watch?v=sen_trang-1'],
    ['https://m.youtube.com/watch?v=sen_trang-1&t=9', 'www.youtube.com/watch?v=sen_trang-1'],
    ['https://youtu.be/sen_trang-1?si=a', 'www.youtube.com/watch?v=sen_trang-1'],
    ['https://youtube.com/shorts/sen_trang-1', 'www.youtube.com/watch?v=sen_trang-1'],
    [
      'https://www.youtube.com/embed/videoseries?list=PL12345678901',
      'www.youtube.com/playlist?list=PL12345678901',
    ],
    ['https://player.vimeo.com/video/123456789?h=0a1b2c3d4e', 'vimeo.com/123456789/0a1b2c3d4e'],
    ['https://player.vimeo.com/video/123456789', 'vimeo.com/123456789'],
    ['https://www.dailymotion.com/embed/video/x7abcde', 'www.dailymotion.com/video/x7abcde'],
    [
      'https://geo.dailymotion.com/player/xa1.html?video=x7abcde',
      'www.dailymotion.com/video/x7abcde',
    ],
    [
      'https://www.tiktok.com/@hosen/video/7300000000000000001',
      'www.tiktok.com/@hosen/video/7300000000000000001',
    ],
    [
      'https://www.tiktok.com/embed/v2/7300000000000000001',
      'www.tiktok.com/embed/v2/7300000000000000001',
    ],
    [
      'https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fhosen%2Fvideos%2F123456%2F&width=500',
      'www.facebook.com/hosen/videos/123456',
    ],
    ['https://www.instagram.com/p/Ab-c_123/embed/captioned/', 'www.instagram.com/p/Ab-c_123'],
    ['https://twitter.com/hosen/status/1234567?ref_src=twsrc', 'x.com/hosen/status/1234567'],
    [
      'https://platform.twitter.com/embed/Tweet.html?id=1234567&lang=vi',
      'x.com/i/web/status/1234567',
    ],
    [
      'https://open.spotify.com/embed/track/0123456789abcdefABCDEF?theme=0',
      'open.spotify.com/track/0123456789abcdefABCDEF',
    ],
    [
      'https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/123456&color=f50',
      'w.soundcloud.com/player?url=https%3A%2F%2Fapi.soundcloud.com%2Ftracks/123456',
    ],
    [
      'https://www.google.com/maps/embed?pb=!1m18!1m12!2d105.8523!3d21.0288!2m3',
      'www.google.com/maps?q=21.0288,105.8523',
    ],
    ['https://datawrapper.dwcdn.net/aB3dE/2/', 'datawrapper.dwcdn.net/aB3dE'],
  ])('names what %s shows', (address, page) => {
    const found = embedAddress(address, BASE)
    expect(found?.address).toBe(`https://${page}`)
    expect(embedAddress(`https://${page}`, BASE)).toEqual(found)
  })

  it.each([
    ['an id that is none', 'https://www.youtube.com/embed/"><script>'],
    ['a channel', 'https://www.youtube.com/hosen'],
    ['a name like it', 'https://www.youtube.com.evil.example/embed/sen_trang-1'],
    ['a path like it', 'https://evil.example/www.youtube.com/embed/sen_trang-1'],
    ['a page of likes', 'https://www.facebook.com/plugins/like.php?href=https%3A%2F%2Fa.example'],
    ['a post elsewhere', 'https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fa.example'],
    ['another port', 'https://www.youtube.com:8443/embed/sen_trang-1'],
    ['a script', 'javascript:alert(1)//www.youtube.com/embed/sen_trang-1'],
    ['an advertisement', 'https://ads.example/frame?id=1'],
  ])('does not take %s for an embed', (_case, address) => {
    expect(embedAddress(address, BASE)).toBeUndefined()
  })
})

describe('sanitise, on what is embedded', () => {
  it.each([
    ['a frame', `<iframe src="https://www.youtube.com/embed/${YOUTUBE_ID}" onload="x()"></iframe>`],
    [
      'a lazy frame',
      `<iframe src="about:blank" data-src="//youtube.com/embed/${YOUTUBE_ID}"></iframe>`,
    ],
    ['an object', `<object data="https://www.youtube.com/v/${YOUTUBE_ID}"><p>x</p></object>`],
    ['an element of AMP', `<amp-youtube data-videoid="${YOUTUBE_ID}" width="4"></amp-youtube>`],
    ['a light player', `<lite-youtube videoid="${YOUTUBE_ID}"><a href="/">Play</a></lite-youtube>`],
    [
      'a box for a script',
      `<div data-youtube-id="${YOUTUBE_ID}"><img src="/t.jpg"><span>▶</span></div>`,
    ],
    [
      'an oEmbed element',
      `<figure class="media"><oembed url="https://youtu.be/${YOUTUBE_ID}"></oembed></figure>`,
    ],
    [
      'a bare address',
      `<div class="wp-block-embed__wrapper">\nhttps://youtu.be/${YOUTUBE_ID}\n</div>`,
    ],
  ])('links to what %s shows', (_case, html) => {
    const { html: shown, text } = clean(html)
    expect(shown).toBe(YOUTUBE)
    expect(text).toBe('')
  })

  it('keeps the caption, and the title as what the picture says', () => {
    const frame = `<iframe title="Hồ sen" src="https://youtu.be/${YOUTUBE_ID}"></iframe>`
    const { html, text } = clean(`<figure>${frame}<figcaption>Sáng sớm</figcaption></figure>`)
    expect(html).toContain('alt="YouTube: Hồ sen"></a><figcaption>Sáng sớm</figcaption></figure>')
    expect(text).toBe('Sáng sớm')
  })

  it('names a player that has no picture', () => {
    const address = 'https://open.spotify.com/embed/track/0123456789abcdefABCDEF'
    expect(clean(`<p>a</p><iframe src="${address}"></iframe>`)).toEqual({
      html: '<p>a</p><figure class="embed"><a href="https://open.spotify.com/track/0123456789abcdefABCDEF" rel="noopener">Spotify</a></figure>',
      text: 'a\nSpotify',
    })
  })

  it('keeps the words of a post, and links to it', () => {
    const video = 'https://www.tiktok.com/@hosen/video/7300000000000000001'
    const quote = `<blockquote class="tiktok-embed" cite="${video}"><section>Sen nở</section></blockquote>`
    expect(clean(quote).html).toBe(
      `<blockquote><p>Sen nở</p><p><a href="${video}" rel="noopener">TikTok</a></p></blockquote>`,
    )
  })

  it('links to a post once', () => {
    const link = '<a href="https://twitter.com/hosen/status/1234567?ref_src=x">9/7/2024</a>'
    const quote = `<blockquote class="twitter-tweet"><p>Sen nở</p>— Hồ Sen ${link}</blockquote>`
    expect(clean(quote).text).toBe('Sen nở\n— Hồ Sen 9/7/2024')
  })

  it('links to a post whose words only a script would bring', () => {
    const post = 'https://www.instagram.com/p/Ab-c_123/?utm_source=ig_embed'
    const quote = `<blockquote class="instagram-media" data-instgrm-permalink="${post}"></blockquote>`
    expect(clean(quote).html).toContain('<a href="https://www.instagram.com/p/Ab-c_123"')
  })

  it.each([
    [
      'a film',
      '<video autoplay onplay="x()" poster="/p.jpg"><source src="/v.mp4"></video>',
      '<video src="https://blog.example/v.mp4" controls preload="none" poster="https://blog.example/p.jpg"></video>',
    ],
    [
      'sound',
      '<audio src="https://b.example/a.mp3">old browser</audio>',
      '<audio src="https://b.example/a.mp3" controls preload="none"></audio>',
    ],
  ])('plays %s without a script', (_case, html, player) => {
    expect(clean(html)).toEqual({ html: `<figure class="embed">${player}</figure>`, text: '' })
  })

  it.each([
    ['a frame of a site that nobody knows', '<iframe src="https://ads.example/1"></iframe>'],
    ['a film that a script would load', '<video src="blob:https://a.example/1"></video>'],
    ['a list of pieces of film', '<video src="/v.m3u8"></video>'],
    ['a box with an article in it', `<div data-youtube-id="x">${''}</div>`],
  ])('leaves %s out', (_case, html) => {
    expect(clean(html).html).toBe('')
  })

  it('does not take an article for the player that it names', () => {
    const prose = 'Hồ vào mùa nước lên, lá sen phủ kín mặt nước. '.repeat(8)
    const { text } = clean(`<div data-youtube-id="${YOUTUBE_ID}"><p>${prose}</p></div>`)
    expect(text).toBe(prose.trim())
  })
})
