// First and last names as heard in Lorraine; every pairing is drawn, none is taken from anyone.
import type { Random } from "./random.ts";

type Origin = { weight: number; girls: string; boys: string; women: string; men: string; families: string };

const origins: Origin[] = [
  {
    weight: 56,
    girls:
      "Louise Jade Emma Alba Rose Alice Romane Anna Lina Mia Agathe Juliette Léonie Camille Zoé Capucine Iris Margaux",
    boys: "Gabriel Louis Raphaël Jules Arthur Léo Hugo Maël Noé Paul Sacha Timéo Victor Marius Augustin Basile Côme Simon",
    women:
      "Julie Céline Aurélie Émilie Marion Laura Pauline Sophie Élodie Mathilde Claire Audrey Manon Charlotte Anaïs",
    men: "Julien Nicolas Thomas Guillaume Romain Alexandre Maxime Kévin Benoît Mathieu Florian Antoine Damien Quentin",
    families:
      "Schmitt Muller Weber Klein Becker Hoffmann Thiel Schneider Humbert Collin Didier Mangin Thiriet Gérard Richard Lallement Noël Pierson Marchal Aubry Barbier François Perrin Lambert Marchand Vautrin Hennequin Michel Simon Leroy Robert Gauthier Renard Masson Rousselot Adam",
  },
  {
    weight: 15,
    girls: "Inès Lina Nour Yasmine Assia Sofia Maryam Aya Jannah Hafsa",
    boys: "Adam Ibrahim Rayan Yanis Ilyès Amir Naël Imran Zakaria Younès",
    women: "Samira Nadia Leïla Fatima Karima Soraya Amina Hanane Sabrina Imane",
    men: "Karim Mehdi Sofiane Rachid Yacine Nabil Bilal Hichem Samir Omar",
    families:
      "Benali Haddad Mansouri Belkacem Saïdi Cherif Amrani Bouzid Ziani Hamdi Khelifi Meziane Rahmani Tahiri",
  },
  {
    weight: 7,
    girls: "Chiara Giulia Elena Alessia Bianca",
    boys: "Matteo Enzo Livio Nino Dario",
    women: "Sandra Patrizia Laetitia Valentina Carla",
    men: "Fabio Stefano Marco David Lorenzo",
    families: "Rossi Moretti Bianchi Conti Ferrari Marini Galli Fontana Pellegrini Zanetti",
  },
  {
    weight: 5,
    girls: "Lara Matilde Léana Inês Beatriz",
    boys: "Tiago Diogo Lucas Rafael Martim",
    women: "Sónia Patrícia Andreia Cátia Vanessa",
    men: "Bruno Nuno Ricardo Paulo Filipe",
    families: "Da Silva Pereira Fernandes Gomes Ferreira Carvalho Lopes Teixeira",
  },
  {
    weight: 6,
    girls: "Elif Defne Zeynep Asya Meryem",
    boys: "Emir Kerem Yusuf Deniz Ömer",
    women: "Ayşe Esra Selin Derya Gülay",
    men: "Murat Emre Serkan Hakan Volkan",
    families: "Yilmaz Kaya Demir Çelik Şahin Aydin Öztürk Arslan",
  },
  {
    weight: 4,
    girls: "Zofia Hania Lena Maja Nela",
    boys: "Antoni Jan Filip Leon Oskar",
    women: "Agnieszka Magda Katarzyna Ewa Joanna",
    men: "Tomasz Pawel Marcin Piotr Adam",
    families: "Kowalski Nowak Wozniak Kaczmarek Zielinski Lewandowski Mazur Wojcik",
  },
  {
    weight: 3,
    girls: "Linh An Mai Thảo Chloé",
    boys: "Minh Bao Khôi Nam Léon",
    women: "Thuy Lan Hoa Phuong Trang",
    men: "Tuan Duc Long Hung Quang",
    families: "Nguyen Tran Pham Hoang Vu Dang Bui",
  },
  {
    weight: 4,
    girls: "Aïssata Awa Grâce Naomi Fanta",
    boys: "Moussa Elikia Daniel Ismaël Souleymane",
    women: "Aminata Mariam Clarisse Bintou Solange",
    men: "Mamadou Ousmane Christian Patrick Ibrahima",
    families: "Diallo Traoré Konaté Mbala Ndiaye Camara Koffi Kouassi",
  },
];

/** "Da Silva" is one name. */
const words = (text: string): string[] =>
  text
    .replace("Da Silva", "Da_Silva")
    .split(" ")
    .map((each) => each.replace("_", " "));
const drawn = origins.map(({ weight, ...lists }) => ({
  weight,
  girls: words(lists.girls),
  boys: words(lists.boys),
  women: words(lists.women),
  men: words(lists.men),
  families: words(lists.families),
}));
export type NameOrigin = (typeof drawn)[number];

const mixedCouples = 0.22;

export function drawOrigin(rng: Random): NameOrigin {
  return rng.weighted(drawn.map((origin) => [origin, origin.weight] as const));
}

/** The other parent's names are most often, not always, heard in the same places. */
export function otherOrigin(origin: NameOrigin, rng: Random): NameOrigin {
  return rng.chance(mixedCouples) ? drawOrigin(rng) : origin;
}
