/** The address guard: every spelling of what must not be reached, and what must stay reachable. */

import { describe, expect, it } from 'vitest'
import { refusalOf } from '../../../src/crawler/fetch/address-guard.ts'

const options = { allowPrivateHosts: new Set<string>(), ownHost: 'trendwire.example' }

describe('refusalOf', () => {
  it.each([
    ['a plain name', 'https://blog.example/bai-viet'],
    ['http', 'http://blog.example/'],
    ['a default port that is named', 'https://blog.example:443/'],
    ['http on 443', 'http://blog.example:443/'],
    ['a name of figures and letters', 'https://24h.example/'],
    ['a Vietnamese name', 'https://tin-tức.example/'],
    ['a name that contains a private suffix', 'https://local.example/'],
    ['a host that only ends like our own', 'https://nottrendwire.example/'],
    ['a trailing dot on a public name', 'https://blog.example./'],
  ])('lets through %s', (_case, address) => {
    expect(refusalOf(address, options)).toBeUndefined()
  })

  it.each([
    ['dotted', 'http://127.0.0.1/'],
    ['with a trailing dot', 'http://127.0.0.1./'],
    ['decimal', 'http://2130706433/'],
    ['hexadecimal', 'http://0x7f000001/'],
    ['hexadecimal, in parts', 'http://0x7f.0x0.0x0.0x1/'],
    ['octal', 'http://017700000001/'],
    ['octal, in parts', 'http://0177.0.0.01/'],
    ['mixed', 'http://0x7f.0.1/'],
    ['short, two parts', 'http://127.1/'],
    ['short, three parts', 'http://127.0.1/'],
    ['elsewhere in the loopback block', 'http://127.8.9.10/'],
    ['full-width digits', 'http://１２７．０．０．１/'],
    ['ideographic full stops', 'http://127。0。0。1/'],
    ['percent-encoded', 'http://%31%32%37.0.0.1/'],
    ['zero', 'http://0/'],
    ['the unspecified address', 'http://0.0.0.0/'],
    ['IPv6 loopback', 'http://[::1]/'],
    ['IPv6 loopback, written out', 'http://[0:0:0:0:0:0:0:1]/'],
    ['IPv6 unspecified', 'http://[::]/'],
    ['v4-mapped IPv6', 'http://[::ffff:127.0.0.1]/'],
    ['v4-mapped IPv6 in hexadecimal', 'http://[::ffff:7f00:1]/'],
    ['v4-compatible IPv6', 'http://[::127.0.0.1]/'],
    ['NAT64', 'http://[64:ff9b::7f00:1]/'],
    ['6to4', 'http://[2002:7f00:1::]/'],
    ['tabs and newlines inside', 'http://127.0\t.0\n.1/'],
    ['backslashes for slashes', 'http:\\\\127.0.0.1\\'],
  ])('refuses 127.0.0.1 spelt %s', (_case, address) => {
    expect(refusalOf(address, options)).toMatch(/IP/)
  })

  it.each([
    ['AWS, Azure, GCP metadata', 'http://169.254.169.254/latest/meta-data/'],
    ['the same in decimal', 'http://2852039166/'],
    ['the same, v4-mapped', 'http://[::ffff:169.254.169.254]/'],
    ['AWS metadata over IPv6', 'http://[fd00:ec2::254]/'],
    ['Alibaba metadata', 'http://100.100.100.200/'],
    ['Oracle metadata', 'http://192.0.0.192/'],
    ['GCP metadata by name', 'http://metadata.google.internal/'],
    ['a private network', 'http://192.168.1.1/'],
    ['a public IP address, too', 'http://93.184.216.34/'],
    ['localhost', 'http://localhost/'],
    ['localhost with a dot', 'http://localhost./'],
    ['localhost in capitals', 'http://LOCALHOST/'],
    ['a name below localhost', 'http://a.localhost/'],
    ['mDNS', 'http://printer.local/'],
    ['a home network', 'http://router.home.arpa/'],
    ['a single label', 'http://intranet/'],
    ['another port', 'https://blog.example:8443/'],
    ['a database port', 'http://blog.example:6379/'],
    ['a user name', 'https://user@blog.example/'],
    ['a name that looks like a host', 'https://blog.example@169.254.169.254/'],
    ['a password', 'https://:secret@blog.example/'],
    ['our own host', 'https://trendwire.example/feed.xml'],
    ['our own host in capitals', 'https://Trendwire.Example/'],
    ['our own host with a dot', 'https://trendwire.example./'],
    ['our own host on another port', 'http://trendwire.example:80/'],
    ['a file', 'file:///etc/passwd'],
    ['ftp', 'ftp://blog.example/'],
    ['data', 'data:text/html,hello'],
    ['a script', 'javascript:alert(1)'],
    ['a relative address', '/bai-viet'],
    ['nothing', ''],
    ['an impossible host', 'http://a b/'],
    ['a megabyte', `https://blog.example/${'a'.repeat(1024 * 1024)}`],
  ])('refuses %s', (_case, address) => {
    expect(refusalOf(address, options)).toEqual(expect.any(String))
  })

  const opened = {
    allowPrivateHosts: new Set(['127.0.0.1:8801', '[::1]:8801', 'blog.local:80']),
    ownHost: '127.0.0.1:8787',
  }

  it.each([
    ['a listed address', 'http://127.0.0.1:8801/tin-tuc'],
    ['another spelling of a listed address', 'http://2130706433:8801/'],
    ['a listed IPv6 address', 'http://[::1]:8801/'],
    ['a listed name on the default port', 'http://blog.local/'],
  ])('lets through %s', (_case, address) => {
    expect(refusalOf(address, opened)).toBeUndefined()
  })

  it.each([
    ['another port of a listed host', 'http://127.0.0.1:8802/'],
    ['our own port beside a listed one', 'http://127.0.0.1:8787/'],
    ['a listed port on another host', 'http://127.0.0.2:8801/'],
    ['a user name before a listed host', 'http://user@127.0.0.1:8801/'],
    ['another scheme to a listed host', 'ftp://127.0.0.1:8801/'],
  ])('still refuses %s', (_case, address) => {
    expect(refusalOf(address, opened)).toEqual(expect.any(String))
  })
})
