// <dyn-lab scene="shark" gamma="1e-3" t="124" ratio="5/3">What is shown until it has loaded</dyn-lab>
//
// Every attribute but ratio, title, class, id, style and data-… is a part of the figure's address. The frame is made when
// the element comes near the window; its room is reserved from the start. theme="auto" follows data-theme of the page.
(() => {
  const site = new URL('./', document.currentScript.src);
  const OWN = new Set(['ratio', 'title', 'class', 'id', 'style', 'slot', 'hidden', 'lang', 'dir', 'role', 'tabindex']);
  const LATE = 20000;

  class DynLab extends HTMLElement {
    #frame = null;
    #extra = new Map();
    #heard = null;
    #watch = null;

    connectedCallback() {
      if (this.#frame || this.#watch) return;
      const room = document.createElement('div');
      const shadow = this.shadowRoot || this.attachShadow({mode: 'open'});
      const sheet = new CSSStyleSheet();
      const ratio = /^\d+(\.\d+)?\s*\/\s*\d+(\.\d+)?$/.test(this.getAttribute('ratio') || '') ? this.getAttribute('ratio') : '5/3';
      sheet.replaceSync(':host{display:block;position:relative}:host([hidden]){display:none}div{position:relative;width:100%;aspect-ratio:'
        + ratio + '}iframe{position:absolute;inset:0;width:100%;height:100%;border:0;opacity:0}iframe.there{opacity:1}slot{display:block;max-height:100%;overflow:hidden}.there~slot{visibility:hidden}');
      shadow.adoptedStyleSheets = [sheet];
      room.append(document.createElement('slot'));
      shadow.replaceChildren(room);
      this.#watch = new IntersectionObserver(seen => {
        if (seen.some(one => one.isIntersecting)) this.#load(room);
      }, {rootMargin: '600px'});
      this.#watch.observe(this);
      new MutationObserver(() => this.#moved()).observe(document.documentElement, {attributes: true, attributeFilter: ['data-theme']});
      new MutationObserver(() => this.#moved()).observe(this, {attributes: true});
    }

    disconnectedCallback() {
      if (this.#watch) this.#watch.disconnect();
      this.#watch = null;
      this.#frame = null;
    }

    #load(room) {
      this.#watch.disconnect();
      const frame = document.createElement('iframe');
      frame.title = this.getAttribute('title') || this.textContent.trim() || 'Dynlab';
      frame.allow = 'fullscreen; clipboard-write';
      frame.allowFullscreen = true;
      frame.referrerPolicy = 'no-referrer';
      frame.src = new URL('v1/embed/?' + this.#query(), site).href;
      const late = setTimeout(() => this.dispatchEvent(new Event('timeout')), LATE);
      frame.addEventListener('load', () => {
        clearTimeout(late);
        frame.classList.add('there');
        this.#say('dynlab:watch');
        this.dispatchEvent(new Event('load'));
      }, {once: true});
      addEventListener('message', ({source, origin, data}) => {
        if (source !== frame.contentWindow || origin !== site.origin || data?.type !== 'dynlab:change') return;
        this.#heard = data.state;
        this.dispatchEvent(new CustomEvent('change', {detail: data.state}));
      });
      this.#frame = frame;
      room.prepend(frame);
    }

    #query() {
      const parts = new URLSearchParams();
      for (const {name, value} of this.attributes) {
        if (!OWN.has(name) && !name.startsWith('data-') && !name.startsWith('aria-') && !name.startsWith('on')) parts.set(name, value);
      }
      const page = document.documentElement.dataset.theme;
      if ((!parts.has('theme') || parts.get('theme') === 'auto') && /^(light|dark|projector)$/.test(page || '')) parts.set('theme', page);
      for (const [name, value] of this.#extra) parts.set(name, value);
      return parts.toString();
    }

    // The part behind # wins over the query, and a change of it loads nothing anew.
    #moved() {
      if (!this.#frame) return;
      const next = new URL(this.#frame.src);
      const hash = '#' + this.#query();
      if (next.hash !== hash) {
        this.#heard = null;
        next.hash = hash;
        this.#frame.src = next.href;
      }
    }

    #say(type) {
      this.#frame?.contentWindow.postMessage({type}, site.origin);
    }

    /** The parts of the address: as a reader left them, or as they were set here. */
    getState() {
      return this.#heard ? {...this.#heard} : Object.fromEntries(new URLSearchParams(this.#query()));
    }

    /** Plays from where it stands. */
    play() {
      this.#say('dynlab:play');
    }

    /** Changes some parts of the address. */
    setState(parts) {
      for (const [name, value] of Object.entries(parts)) this.#extra.set(name, String(value));
      this.#moved();
    }

    /** Goes to a step. */
    seek(t) {
      this.setState({t});
    }
  }

  if (!customElements.get('dyn-lab')) customElements.define('dyn-lab', DynLab);
})();
