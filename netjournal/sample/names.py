"""Names of people, as they are given in several parts of the world."""

from collections.abc import Collection
from random import Random

_NAMES = (
    # Britain and Ireland
    (
        "Alice Beth Callum Declan Eleanor Fergus Grace Harriet Imogen Jack Martin Niamh Owen Ruth",
        "Ashworth Bennett Carmichael Doyle Fletcher Gallagher Hargreaves Lockwood Mercer Pritchard",
    ),
    # Spain and Latin America
    (
        "Ana Beatriz Carlos Diego Elena Fernanda Gonzalo Inés Javier Lucía Mateo Paloma Rafael",
        "Aguirre Cortés Delgado Escobar Fuentes Herrera Ibáñez Morales Navarro Ruiz Salazar Vega",
    ),
    # China
    (
        "Bo Chen Fang Hua Jian Lan Li Mei Ning Qiang Rui Wen Xin Yan Zhen",
        "Cao Deng Feng Guo Huang Liang Luo Ma Peng Song Tang Wei Xu Zhang Zhao",
    ),
    # India
    (
        "Aditi Arjun Deepa Farhan Ishaan Kavita Lakshmi Meera Nikhil Priya Rohan Sunita Vikram",
        "Banerjee Chopra Desai Gupta Iyer Joshi Kapoor Mehta Nair Patel Rao Reddy Sharma",
    ),
    # West Africa
    (
        "Abena Adaeze Chidi Efua Femi Kofi Kwame Ngozi Nkechi Obinna Sade Tunde Yaa",
        "Adeyemi Afolabi Asante Boateng Danso Eze Mensah Nwosu Okafor Okonkwo Osei Owusu",
    ),
    # The Arab world
    (
        "Amal Dina Farid Hassan Karim Layla Mariam Nadia Omar Rania Samir Tariq Yasmin",
        "Aziz Darwish Fakhoury Haddad Hamdan Khalil Mansour Nasser Sabbagh Saleh Zayed",
    ),
    # The north of Europe
    (
        "Astrid Bengt Eero Freja Gunnar Ingrid Johanna Kaisa Lars Mikko Saga Signe Torsten",
        "Berglund Dahl Eriksson Halonen Hansen Lindqvist Nyberg Olsen Sandberg Virtanen Westin",
    ),
    # Germany, Austria and Switzerland
    (
        "Annika Birgit Claudia Dieter Felix Greta Heiko Jürgen Katrin Lukas Matthias Sabine Ulrike",
        "Becker Engel Fuchs Hofmann Keller Lorenz Neumann Richter Schäfer Vogel Wagner Zimmermann",
    ),
    # Poland, Czechia and Ukraine
    (
        "Agnieszka Andriy Bohdan Dorota Irena Jakub Jana Magda Marek Oksana Pavel Tomasz Zuzana",
        "Dvořák Horák Kovalenko Kowalczyk Kral Mazur Novotný Pawlak Shevchenko Wójcik Zielinska",
    ),
    # France and the francophone world
    (
        "Aïcha Baptiste Camille Delphine Émile Florence Gaëlle Hugo Mathilde Noémie Olivier",
        "Blanchet Chevalier Diallo Fontaine Girard Lambert Marchand Perrin Roussel Traoré Vidal",
    ),
    # Japan and Korea
    (
        "Akiko Daichi Emi Haruto Hye-jin Jin-woo Kenji Mina Naoko Sakura Seo-yeon Takumi Yuki",
        "Choi Fujita Han Hayashi Ito Kang Kobayashi Lim Nakamura Park Sato Tanaka Yamada Yoon",
    ),
    # Turkey, Iran and the Caucasus
    (
        "Arash Ayşe Cem Darius Elif Giorgi Leyla Mehmet Nino Parisa Selin Shirin Tamar",
        "Aslan Aydın Beridze Demir Farahani Hosseini Kaplan Karimi Lomidze Rostami Tehrani Yılmaz",
    ),
    # Portugal and Brazil
    (
        "Afonso Bruna Caetano Débora Filipe Helena João Larissa Leonor Marcelo Rita Thiago",
        "Almeida Barbosa Cardoso Ferreira Gonçalves Lopes Moreira Pereira Ramos Teixeira",
    ),
)
_CULTURES = tuple((given.split(), family.split()) for given, family in _NAMES)


def person(random: Random) -> str:
    """A person's name, given name first."""
    given, family = random.choice(_CULTURES)
    return f"{random.choice(given)} {random.choice(family)}"


def people(random: Random, count: int, taken: Collection[str] = ()) -> list[str]:
    """The names of some people, no two the same, nor one taken; at most a thousand."""
    names: dict[str, None] = {}
    while len(names) < count:
        if (name := person(random)) not in taken:
            names[name] = None
    return list(names)
