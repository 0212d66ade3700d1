/** Reviews as people write them, short and long, by language. */
export const REVIEW_TEXTS = {
  German: [
    'Seit dem letzten Update stürzt die App ständig ab, sehr ärgerlich. Früher war alles schön und übersichtlich.',
    'Läuft flüssig, lädt schnell. Für den Preis völlig in Ordnung, größte Schwäche: die Übersetzung.',
    'Bitte wieder die alte Oberfläche zurückbringen!',
    'Würde ich jederzeit wieder kaufen.',
  ],
  French: [
    "Très déçu, l'application plante dès que je l'ouvre. Impossible de récupérer mes données.",
    "Le service après-vente n'a jamais répondu à mes messages, c'est inadmissible.",
    'Ça marche bien, même si la mise à jour a été un peu longue.',
    'Livraison rapide, très satisfaite.',
  ],
  'French with euro': [
    "Très déçu, le cœur de l'application plante dès que je l'ouvre.",
    'Livraison rapide, 12 € seulement, produit conforme à la description.',
    "J'ai payé 30 € pour rien, une œuvre inachevée.",
  ],
  Italian: [
    "L'app è lenta e si blocca di continuo, però è utile.",
    'Perché avete tolto la modalità scura? Così è inutilizzabile.',
    'Spedizione veloce, qualità ottima.',
  ],
  English: [
    'It’s a great app – I’ve used it for years.',
    'The café menu doesn’t load any more.',
    'Costs £5 per month',
  ],
  Polish: [
    'Aplikacja działa świetnie, ale po ostatniej aktualizacji ciągle się zawiesza. Proszę o poprawkę.',
    'Bardzo dobry produkt, szybka wysyłka, polecam każdemu. Żałuję, że nie kupiłem wcześniej.',
    'Nie mogę się zalogować, hasło jest poprawne a mimo to wyświetla błąd.',
  ],
  Czech: [
    'Aplikace po poslední aktualizaci padá při každém spuštění. Dřív fungovala výborně.',
    'Zákaznická podpora je příšerná, na odpověď čekám už třetí týden.',
    'Líbí se mi jednoduché ovládání.',
  ],
  Hungarian: [
    'Nagyon jó alkalmazás, de a legutóbbi frissítés óta folyton lefagy. Kérem, javítsák ki!',
    'Az ügyfélszolgálat egyáltalán nem válaszol, nagyon csalódott vagyok.',
    'Hűséges felhasználó vagyok évek óta, de most töröltem.',
  ],
  Turkish: [
    'Son güncellemeden sonra uygulama sürekli kapanıyor. Önceden çok güzel çalışıyordu.',
    'Giriş yapamıyorum, şifre doğru olmasına rağmen yanlış diyor.',
  ],
  Russian: [
    'После последнего обновления приложение постоянно вылетает. Раньше всё работало отлично.',
    'Очень довольна покупкой, доставка быстрая, качество на высоте. Рекомендую!',
    'Удобно, понятно, но слишком много рекламы.',
  ],
  Bulgarian: [
    'Приложението работи чудесно, но след последното обновяване често блокира. Моля, оправете го.',
    'Удобно е за децата, но има твърде много реклами.',
  ],
  Greek: [
    'Η εφαρμογή κολλάει συνέχεια μετά την τελευταία ενημέρωση. Παλιά δούλευε τέλεια.',
    'Δεν μπορώ να συνδεθώ, λέει λάθος κωδικός.',
  ],
  Thai: ['หลังจากอัปเดตล่าสุดแอปค้างตลอด เมื่อก่อนใช้งานได้ดีมาก', 'ใช้งานง่ายแต่โฆษณาเยอะเกินไป'],
  Japanese: [
    '最新のアップデート後、アプリが頻繁に落ちるようになりました。以前はとても使いやすかったです。',
    '使いやすいけど広告が多すぎる。',
  ],
  Korean: [
    '최근 업데이트 이후 앱이 계속 종료됩니다. 예전에는 정말 좋았어요.',
    '사용하기 쉽지만 광고가 너무 많아요.',
  ],
  'simplified Chinese': [
    '最近更新以后应用总是闪退，以前非常好用，希望尽快修复。',
    '使用方便，但是广告太多了。',
  ],
  'traditional Chinese': [
    '最近更新以後應用程式總是閃退，以前非常好用，希望盡快修復。',
    '使用方便，但是廣告太多了。',
  ],
} as const

export type Language = keyof typeof REVIEW_TEXTS
