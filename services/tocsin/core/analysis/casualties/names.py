"""Given names, by which a row of words is known for a person's name."""

from tocsin.core.analysis.lexicon import words

FIRST_NAMES = words("""
    jose juan luis carlos pedro pablo manuel antonio francisco jorge jesus miguel rafael ramon roberto ricardo
    fernando alberto alejandro alfonso alfredo alvaro andres armando arturo benito bernardo camilo cesar cristobal
    daniel david diego domingo eduardo emilio enrique ernesto esteban eugenio federico felipe felix fidel gabriel
    gerardo gilberto gonzalo guillermo gustavo hector hernan hernando hugo humberto ignacio ivan jaime javier
    joaquin joel julian julio leonardo leonel lorenzo marcelo marco marcos mario martin mauricio napoleon nelson
    nestor octavio oscar oswaldo raul rene rigoberto rodolfo rodrigo ruben salvador samuel santiago santos sergio
    simon tomas vicente victor virgilio walter wilfredo william maria ana carmen rosa elena isabel teresa marta
    martha gloria margarita lucia julia laura patricia silvia sofia susana veronica virginia yolanda elba celina
    herbert john james robert michael richard thomas charles christopher joseph paul steven andrew kenneth george
    edward brian kevin ronald timothy jason jeffrey frank scott eric stephen larry justin brandon benjamin gregory
    patrick alexander jack dennis jerry tyler aaron henry peter adam nathan douglas zachary kyle philip alan keith
    arthur mary jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret betty sandra ashley
    emily donna michelle carol amanda melissa deborah stephanie rebecca sharon cynthia kathleen amy anna mohammed
    muhammad mohamed ahmed ahmad ali hassan hussein hussain omar osman abdul abdullah abdel ibrahim ismail khalid
    khaled mahmoud mustafa yusuf yousef youssef saleh salim tariq fatima aisha zainab abu vladimir sergei dmitri
    alexei mikhail nikolai boris yuri andrei oleg viktor olga natalia jean pierre jacques michel francois henri
    claude philippe bernard hans karl heinz klaus wolfgang giovanni giuseppe luigi paolo rajiv indira sanjay raj
    singh kumar chen wang li zhang kim lee nguyen tran mohandas benazir zulfikar asif nawaz hamid karim rashid
    salman yasser yitzhak shimon ariel moshe angel
""")
"""Common around the world: "LUIS CARLOS GALAN" is a person through its first word, where all is capitals."""
