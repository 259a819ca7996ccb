"""What news is like: automata keep what it leads them to close together, so that a search waits less for memory."""

_LINES = """
the president said on tuesday that he would meet the leaders of the opposition in the capital before the month is over
police said at least three people were killed and a dozen others were wounded when a bomb went off near the market
officials in the north of the country said the army had sent more troops to the border but gave no details
the company reported a net loss for the third quarter of the year and said sales had fallen because of the weak dollar
she told reporters that the talks had been useful and that they would be held again in two weeks
it was not clear how many of those who had been on the ship were still missing
the minister of defense denied that there had been any attack on the town and said that the situation was under control
thousands of people have left their homes since the fighting began last year according to the united nations
he has been in prison for more than ten years for his part in the attempt to overthrow the government
there was no immediate comment from the ministry and the report could not be confirmed by other sources
the group which is fighting for a separate state said in a statement that its men had taken two villages
some of the soldiers who were taken prisoner by the guerrillas have been released today with the help of the church
they also want the court to look into the death of a student who was shot by the police during a march in june
at the same time the bank raised its main interest rate by a quarter of a point to four percent
the bodies of the two men were found in a car by the side of the road to the airport on thursday night
if the government does not accept our terms we will go on with the strike until all of our demands are met
nearly half of the houses in the village were destroyed by the flood and many families have lost everything
the first of the new planes will be ready by the spring of next year the navy said
what we have seen here today is the work of people who do not want peace in this region
as a result of the accident the line was closed for several hours and trains were late throughout the day
about 200 members of the party came together in the main square of the city to hear the speech of their leader
the colonel said his unit had captured a large amount of weapons and ammunition including rifles mines and grenades
prices for corn and wheat rose sharply after the department of agriculture cut its forecast for this season
the murder of the priest in november caused anger all over the world and led to an investigation by the senate
"""

PROSE = [f" {line} " for line in _LINES.strip().split("\n")]
"""Sentences, made up, in a text's ``spaced`` form."""
