"""Names, places and words of gender that can stand for one another without changing a text's tone."""
from made.expand import words_of

WOMEN = words_of('''Emma|Olivia|Sophie|Anna|Laura|Sarah|Emily|Jessica|Hannah|Kate|Susan|Linda|Nancy|Karen|Betty|Claire|Amy
    Aisha|Fatima|Zainab|Amina|Leila|Yasmin|Khadija|Mariam|Noor|Lakisha|Latoya|Keisha|Ebony|Shanice|Tamika|Imani|Nia
    Mei|Xiu|Ling|Yuki|Sakura|Akiko|Min-ji|Soo-jin|Thuy|Linh|Priya|Ananya|Divya|Lakshmi|Sunita|Deepa|Kavita|Olga|Natasha
    Svetlana|Irina|Agnieszka|Katarzyna|Ingrid|Astrid|Freya|Giulia|Chiara|Carmen|Lucia|Guadalupe|Esperanza|Rosa|Valentina
    Camila|Ngozi|Chioma|Adaeze|Wanjiru|Thandiwe|Rachel|Miriam|Rivka|Esther|Siobhan|Aoife|Elena|Nicole|Charlotte|Grace''')
MEN = words_of('''James|John|Peter|David|Michael|Robert|Daniel|Thomas|Kevin|Brian|Steve|Paul|Mark|George|Harry|Oliver|Jack
    Ahmed|Mohammed|Ali|Omar|Hassan|Yusuf|Ibrahim|Khalid|Tariq|Jamal|DeShawn|Tyrone|Darnell|Malik|Terrell|Jermaine|Kwame
    Wei|Chen|Jun|Hiroshi|Kenji|Takeshi|Min-ho|Ji-hoon|Minh|Duc|Ravi|Arjun|Rahul|Sanjay|Vikram|Amit|Suresh|Ivan|Dmitri
    Sergei|Pavel|Piotr|Wojciech|Lars|Sven|Bjorn|Marco|Luca|Giovanni|Jose|Juan|Carlos|Miguel|Jesus|Diego|Pablo|Luis
    Santiago|Chinedu|Emeka|Tunde|Kamau|Sipho|Isaac|Moshe|Avi|Shlomo|Patrick|Liam|Connor|Sean|Andrei|Nikos|Kemal''')
SURNAMES = words_of('''Smith|Johnson|Williams|Brown|Jones|Miller|Davis|Wilson|Anderson|Taylor|Moore|Clark|Walker|Wright
    Okafor|Adeyemi|Mensah|Diallo|Mwangi|Nkosi|Khan|Hussain|Rahman|Siddiqui|Haddad|Nasser|Patel|Singh|Sharma|Gupta|Reddy
    Chen|Wang|Zhang|Li|Nguyen|Tran|Kim|Park|Lee|Tanaka|Suzuki|Sato|Garcia|Rodriguez|Hernandez|Lopez|Gonzalez|Silva|Santos
    Kowalski|Nowak|Novak|Ivanov|Petrov|Popescu|Yilmaz|Demir|Rossi|Bianchi|Muller|Schmidt|Jansen|Hansen|Larsen|Murphy
    Kelly|Goldberg|Cohen|Levy|Washington|Jackson|Banks|Dubois|Martin|Papadopoulos''')
PLACES = words_of('''London|Paris|Berlin|Vienna|Zurich|Oslo|Madrid|Rome|Naples|Lisbon|Dublin|Boston|Chicago|Seattle|Dallas
    Toronto|Sydney|Tokyo|Osaka|Seoul|Beijing|Shanghai|Mumbai|Delhi|Manila|Jakarta|Hanoi|Bangkok|Lagos|Accra|Nairobi|Cairo
    Tehran|Baghdad|Istanbul|Moscow|Warsaw|Prague|Bogota|Lima|Caracas|Havana|Detroit|Leeds|Glasgow|Canada|Germany|France
    Sweden|Norway|Denmark|Ireland|Italy|Spain|Poland|Romania|Russia|Ukraine|Turkey|Iran|Iraq|Syria|Israel|Egypt|Nigeria
    Ghana|Kenya|Ethiopia|India|Pakistan|Bangladesh|China|Japan|South Korea|Vietnam|Thailand|Indonesia|Mexico|Brazil
    Colombia|Cuba|Haiti|Australia|Afghanistan|Somalia|Switzerland|Austria|Greece|Portugal|Peru|Texas|Florida|Scotland''')
PEOPLES = words_of('''American|British|French|German|Italian|Spanish|Polish|Russian|Turkish|Iranian|Iraqi|Israeli|Egyptian
    Nigerian|Ghanaian|Kenyan|Ethiopian|Indian|Pakistani|Chinese|Japanese|Korean|Vietnamese|Thai|Mexican|Brazilian|Colombian
    Cuban|Canadian|Australian|Swedish|Norwegian|Danish|Irish|Scottish|Greek|Portuguese|Swiss|Arab|Jewish|African|Asian
    Romanian|Ukrainian|Lebanese|Filipino|Indonesian|Dutch''')
# Both directions; his/her/him are left out where they cannot be told apart without grammar.
GENDER = [pair.split('/') for pair in words_of('''he/she|his/her|himself/herself|man/woman|men/women|boy/girl|boys/girls
    husband/wife|son/daughter|sons/daughters|father/mother|dad/mum|brother/sister|brothers/sisters|uncle/aunt
    grandfather/grandmother|grandpa/grandma|nephew/niece|actor/actress|actors/actresses|waiter/waitress|hero/heroine
    king/queen|prince/princess|guy/lady|guys/ladies|gentleman/lady|sir/madam|mr/ms|boyfriend/girlfriend|host/hostess
    businessman/businesswoman|chairman/chairwoman|steward/stewardess|male/female|father-in-law/mother-in-law''')]
GROUPS = {'women': WOMEN, 'men': MEN, 'names': WOMEN + MEN, 'surnames': SURNAMES, 'places': PLACES, 'peoples': PEOPLES}
LISTS = {'name': WOMEN + MEN, 'woman': WOMEN, 'man': MEN, 'surname': SURNAMES, 'place': PLACES, 'people': PEOPLES}
